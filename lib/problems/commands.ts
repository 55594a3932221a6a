import 'server-only'
import type { z } from 'zod'
import { isOwnWork } from '@/lib/acceptance/rules'
import { selvesOf, signature, type Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { changedMeanwhile, type OpenedCase, openCase, refusePaused } from '@/lib/cases/open-case'
import type { findingInput } from '@/lib/cases/schema'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, Forbidden, InvalidInput, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { recordInternal } from '@/lib/internal-notes/commands'
import { problemStages } from './rules'
import type {
  addProblemInput,
  changeProblemInput,
  reopenProblemInput,
  solveProblemInput,
  verifyProblemInput,
} from './schema'

/** Adds one problem to a case inside the caller's transaction; the caller's event tells of it. */
export async function addProblem(
  tx: Tx,
  opened: Pick<OpenedCase, 'kase' | 'actor'>,
  finding: z.infer<typeof findingInput>,
) {
  const { kase, actor } = opened
  const kind = await tx.problemKind.findUnique({
    where: { id: finding.kindId },
    select: { id: true, code: true, category: true },
  })
  if (!kind) throw new InvalidInput([{ field: 'kindId', code: 'invalidChoice' }])
  const { _max } = await tx.problem.aggregate({
    where: { caseId: kase.id },
    _max: { number: true },
  })
  const { internal, kindId, ...words } = finding
  const problem = {
    id: newId(),
    caseId: kase.id,
    number: (_max.number ?? 0) + 1,
    kindId,
    category: kind.category,
    ...words,
    internal: internal !== undefined,
    reportedById: actor.viewer.userId,
    reportedOn: fromDay(actor.viewer.today),
  }
  await tx.problem.create({ data: problem, select: { id: true } })
  await recordInternal(
    tx,
    opened,
    { subjectKind: 'PROBLEM', subjectId: problem.id, field: 'evidence' },
    internal,
  )
  return { id: problem.id, number: problem.number, title: problem.title, kind: kind.code }
}

/** Adds a problem found after the proposal, while the case is open. */
export function reportProblem(viewer: Viewer, input: z.infer<typeof addProblemInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'problem.edit' })
    requireProblemStage(opened, 'add')
    const { caseId: _, ...finding } = input
    const { id, number, title, kind } = await addProblem(tx, opened, finding)
    await recordOnCase(tx, opened, { kind: 'problemAdded', details: { number, title, kind } })
    return id
  })
}

/** Corrects the words of a problem before a plan answers it. */
export function changeProblem(viewer: Viewer, input: z.infer<typeof changeProblemInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'problem.edit' })
    requireProblemStage(opened, 'change')
    const problem = await openProblem(tx, opened, input)
    const { title, cause, evidence } = input
    await moveProblem(tx, problem, { title, cause, evidence })
    await recordOnCase(tx, opened, {
      kind: 'problemChanged',
      details: { number: problem.number, title },
      changes: {
        title: [problem.title, title],
        cause: [problem.cause, cause],
        evidence: [problem.evidence, evidence],
      },
    })
  })
}

/** solve: the township says how a problem was settled. */
export function solveProblem(viewer: Viewer, input: z.infer<typeof solveProblemInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'problem.solve' })
    requireProblemStage(opened, 'settle')
    const problem = await openProblem(tx, opened, input)
    if (problem.status !== 'OPEN') throw new Conflict('problemNotOpen')
    await moveProblem(tx, problem, {
      status: 'SOLVED',
      solvedById: viewer.userId,
      solvedByName: signature(opened.actor),
      solvedOn: fromDay(viewer.today),
      solution: input.solution,
    })
    await recordOnCase(tx, opened, {
      kind: 'problemSolved',
      details: { number: problem.number, title: problem.title, solution: input.solution },
      changes: { status: ['OPEN', 'SOLVED'] },
    })
  })
}

/** verify: by a person who neither reported nor solved it. */
export function verifyProblem(viewer: Viewer, input: z.infer<typeof verifyProblemInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'problem.verify' })
    requireProblemStage(opened, 'settle')
    const problem = await openProblem(tx, opened, input)
    if (problem.status !== 'SOLVED') throw new Conflict('problemNotSolved')
    if (isOwnWork(selvesOf(viewer), [problem.reportedById, problem.solvedById]))
      throw new Forbidden('ownWork')
    await moveProblem(tx, problem, {
      status: 'VERIFIED',
      verifiedById: viewer.userId,
      verifiedByName: signature(opened.actor),
      verifiedOn: fromDay(viewer.today),
      verification: input.verification,
    })
    await recordOnCase(tx, opened, {
      kind: 'problemVerified',
      details: { number: problem.number, title: problem.title, verification: input.verification },
      changes: { status: ['SOLVED', 'VERIFIED'] },
    })
  })
}

/** Sends a solved or verified problem back to open, with a reason. */
export function reopenProblem(viewer: Viewer, input: z.infer<typeof reopenProblemInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'problem.verify' })
    requireProblemStage(opened, 'settle')
    const problem = await openProblem(tx, opened, input)
    if (problem.status === 'OPEN') throw new Conflict('problemNotSolved')
    await moveProblem(tx, problem, {
      status: 'OPEN',
      solvedById: null,
      solvedByName: '',
      solvedOn: null,
      verifiedById: null,
      verifiedByName: '',
      verifiedOn: null,
    })
    await recordOnCase(tx, opened, {
      kind: 'problemReopened',
      details: { number: problem.number, title: problem.title, reason: input.reason },
      changes: { status: [problem.status, 'OPEN'] },
    })
  })
}

function requireProblemStage({ kase }: OpenedCase, what: keyof typeof problemStages): void {
  refusePaused(kase)
  if (!problemStages[what].includes(kase.stage))
    throw new Conflict('wrongStage', { stage: kase.stage })
}

async function openProblem(
  tx: Tx,
  { kase }: OpenedCase,
  input: { problemId: string; version: number },
) {
  const problem = await tx.problem.findFirst({ where: { id: input.problemId, caseId: kase.id } })
  if (!problem) throw new NotFound()
  if (problem.version !== input.version) throw await changedMeanwhile(tx, kase.id)
  return problem
}

function moveProblem(tx: Tx, problem: { id: string; version: number }, data: object) {
  return tx.problem.update({
    where: { id: problem.id, version: problem.version },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  })
}
