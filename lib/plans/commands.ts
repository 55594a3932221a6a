import 'server-only'
import type { z } from 'zod'
import { isOwnWork } from '@/lib/acceptance/rules'
import { selvesOf, signature, type Viewer } from '@/lib/access/viewer-types'
import { advance, recordOnCase, requireStage } from '@/lib/cases/advance'
import { type OpenedCase, openCase, refusePaused } from '@/lib/cases/open-case'
import { fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, Forbidden, RuleBroken } from '@/lib/errors'
import type { RuleMessage } from '@/lib/rule-message'
import type { Prisma } from '@/prisma/generated/client'
import { named } from './blockers'
import { contentOf, lineKey, problemsOf } from './content'
import { copyPlan } from './copy-plan'
import { putInForce } from './put-in-force'
import { revisionBlockers } from './revision-rules'
import { submitBlockers } from './rules'
import { ensureDraft, nextNumber, writeDraft } from './save-draft'
import type {
  abandonRevisionInput,
  approvePlanInput,
  draftPlanInput,
  returnPlanInput,
  revisePlanInput,
  SavePlanInput,
  submitPlanInput,
  withdrawPlanInput,
} from './schema'
import type { PlanVersionRow } from './select'
import { approvedPlan, planChanged, problemRows, requirePlan } from './working-plan'

/** The working draft of a case, made when there is none; returns its id and version. */
export function draftPlan(viewer: Viewer, input: z.infer<typeof draftPlanInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'plan.draft' })
    const { id, version } = await openDraft(tx, opened)
    return { id, version }
  })
}

/**
 * Saves the whole draft at once. `planVersion` is the version the person started from (0: there
 * was no draft); a newer one is a conflict naming who saved it. Returns the new version.
 */
export function savePlan(viewer: Viewer, input: SavePlanInput): Promise<number> {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'plan.draft' })
    requireDraftStage(opened)
    const found = await ensureDraft(tx, opened)
    if (found?.plan.status !== 'DRAFT') throw new Conflict('noPlanDraft')
    const { plan, made } = found
    if (input.planVersion !== (made ? 0 : plan.version)) throw planChanged(plan)
    const version = await writeDraft(tx, opened, plan, input)
    if (made) await tellDrafted(tx, opened, plan)
    return version
  })
}

async function openDraft(tx: Tx, opened: OpenedCase): Promise<PlanVersionRow> {
  requireDraftStage(opened)
  const found = await ensureDraft(tx, opened)
  if (found?.plan.status !== 'DRAFT') throw new Conflict('noPlanDraft')
  if (found.made) await tellDrafted(tx, opened, found.plan)
  return found.plan
}

function requireDraftStage({ kase }: OpenedCase): void {
  refusePaused(kase)
  if (kase.stage !== 'PLANNING' && kase.stage !== 'RECTIFYING') {
    throw new Conflict('wrongStage', { stage: kase.stage })
  }
}

function tellDrafted(tx: Tx, opened: OpenedCase, plan: PlanVersionRow) {
  return recordOnCase(tx, opened, { kind: 'planDrafted', details: { number: plan.number } })
}

/** submitPlan: refused with every reason while a problem or a measure is incomplete. */
export function submitPlan(viewer: Viewer, input: z.infer<typeof submitPlanInput>) {
  return submit(viewer, input, 'submitPlan')
}

/** submitRevision: the same for a new version of a plan in force. */
export function submitRevision(viewer: Viewer, input: z.infer<typeof submitPlanInput>) {
  return submit(viewer, input, 'submitRevision')
}

function submit(
  viewer: Viewer,
  input: z.infer<typeof submitPlanInput>,
  verb: 'submitPlan' | 'submitRevision',
) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'plan.submit' })
    requireStage(opened.kase, verb)
    const plan = await requirePlan(tx, opened, 'DRAFT', input.planVersion)
    const problems = await problemRows(tx, opened.kase.id)
    const reasons = await blockersOf(tx, plan, problems, verb === 'submitRevision')
    if (reasons.length > 0) throw new RuleBroken('planIncomplete', {}, reasons)
    await movePlan(tx, plan, {
      status: 'SUBMITTED',
      problems: problemsOf(problems),
      submittedById: viewer.userId,
      submittedByName: signature(opened.actor),
      submittedOn: fromDay(viewer.today),
    })
    await advance(tx, opened, verb, {
      kind: 'planSubmitted',
      details: { number: plan.number, measures: plan.lines.length, problems: problems.length },
    })
  })
}

/** Everything that keeps a draft from being submitted, each reason naming what it is about. */
async function blockersOf(
  tx: Tx,
  plan: PlanVersionRow,
  problems: Awaited<ReturnType<typeof problemRows>>,
  revision: boolean,
): Promise<RuleMessage[]> {
  const content = contentOf(plan, problems)
  const reasons = named(submitBlockers(content), {
    problems: problems.map(({ id, number, title }) => ({ key: id, number, title })),
    measures: plan.lines.map((line) => ({ key: lineKey(line), title: line.title })),
  })
  if (!revision) return reasons
  const approved = await approvedPlan(tx, plan.caseId)
  if (!approved) throw new Conflict('noPlanInForce')
  const measures = await tx.measure.findMany({
    where: { caseId: plan.caseId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true, status: true, dueOn: true },
  })
  const inForce = measures.map((row) => ({ ...row, dueOn: toDay(row.dueOn) }))
  return [...reasons, ...revisionBlockers(contentOf(approved, problems), content, inForce)]
}

/** withdrawPlan: the township takes a submitted plan back to work on it. */
export function withdrawPlan(viewer: Viewer, input: z.infer<typeof withdrawPlanInput>) {
  return withdraw(viewer, input, 'withdrawPlan')
}

export function withdrawRevision(viewer: Viewer, input: z.infer<typeof withdrawPlanInput>) {
  return withdraw(viewer, input, 'withdrawRevision')
}

function withdraw(
  viewer: Viewer,
  input: z.infer<typeof withdrawPlanInput>,
  verb: 'withdrawPlan' | 'withdrawRevision',
) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'plan.withdraw' })
    requireStage(opened.kase, verb)
    const plan = await requirePlan(tx, opened, 'SUBMITTED')
    await movePlan(tx, plan, backToDraft)
    await advance(tx, opened, verb, { kind: 'planWithdrawn', details: { number: plan.number } })
  })
}

/** returnPlan: back to the township with reasons; what was returned is kept for comparison. */
export function returnPlan(viewer: Viewer, input: z.infer<typeof returnPlanInput>) {
  return sendBack(viewer, input, 'returnPlan')
}

export function returnRevision(viewer: Viewer, input: z.infer<typeof returnPlanInput>) {
  return sendBack(viewer, input, 'returnRevision')
}

function sendBack(
  viewer: Viewer,
  input: z.infer<typeof returnPlanInput>,
  verb: 'returnPlan' | 'returnRevision',
) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'plan.review' })
    requireStage(opened.kase, verb)
    const plan = await requirePlan(tx, opened, 'SUBMITTED')
    const returned = contentOf(plan, []) as unknown as Prisma.InputJsonObject
    await movePlan(tx, plan, { ...backToDraft, returnReason: input.reason, returned })
    await advance(tx, opened, verb, {
      kind: 'planReturned',
      details: { number: plan.number, reason: input.reason },
    })
  })
}

const backToDraft = {
  status: 'DRAFT',
  submittedById: null,
  submittedByName: '',
  submittedOn: null,
} as const

/**
 * approvePlan (审核备案): by someone other than the submitter, with the record number (备案号).
 * The version is frozen from then on, and its measures are in force.
 */
export function approvePlan(viewer: Viewer, input: z.infer<typeof approvePlanInput>) {
  return approve(viewer, input, 'approvePlan')
}

/** approveRevision: the new version replaces the approved one. */
export function approveRevision(viewer: Viewer, input: z.infer<typeof approvePlanInput>) {
  return approve(viewer, input, 'approveRevision')
}

function approve(
  viewer: Viewer,
  input: z.infer<typeof approvePlanInput>,
  verb: 'approvePlan' | 'approveRevision',
) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'plan.review' })
    requireStage(opened.kase, verb)
    const plan = await requirePlan(tx, opened, 'SUBMITTED', input.planVersion)
    if (isOwnWork(selvesOf(viewer), [plan.submittedById])) throw new Forbidden('ownWork')
    const { changes, ...effect } = await putInForce(tx, opened, plan)
    await tx.plan.updateMany({
      where: { caseId: opened.kase.id, status: 'APPROVED' },
      data: { status: 'SUPERSEDED', version: { increment: 1 } },
    })
    await movePlan(tx, plan, {
      status: 'APPROVED',
      decidedById: viewer.userId,
      decidedByName: signature(opened.actor),
      decidedOn: fromDay(viewer.today),
      recordNo: input.recordNo,
    })
    const { number } = plan
    const details = { number, recordNo: input.recordNo, ...effect }
    const first = verb === 'approvePlan' ? { planApprovedOn: fromDay(viewer.today) } : {}
    await advance(tx, opened, verb, { kind: 'planApproved', details, changes }, first)
  })
}

/** revisePlan: starts a new version as a copy of the one in force, which stays in force. */
export function revisePlan(viewer: Viewer, input: z.infer<typeof revisePlanInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'plan.revise' })
    requireStage(opened.kase, 'revisePlan')
    const { kase } = opened
    const working = await tx.plan.count({
      where: { caseId: kase.id, status: { in: ['DRAFT', 'SUBMITTED'] } },
    })
    if (working > 0) throw new Conflict('planBeingRevised')
    const approved = await approvedPlan(tx, kase.id)
    if (!approved) throw new Conflict('noPlanInForce')
    const number = await nextNumber(tx, kase.id)
    await copyPlan(tx, opened, approved, number, input.reason)
    await advance(tx, opened, 'revisePlan', {
      kind: 'planRevisionStarted',
      details: { number, reason: input.reason },
    })
  })
}

/** abandonRevision: gives a draft revision up, with a reason; the approved plan stays as it is. */
export function abandonRevision(viewer: Viewer, input: z.infer<typeof abandonRevisionInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'plan.revise' })
    requireStage(opened.kase, 'abandonRevision')
    const plan = await requirePlan(tx, opened, 'DRAFT')
    await movePlan(tx, plan, { status: 'ABANDONED' })
    await advance(tx, opened, 'abandonRevision', {
      kind: 'planRevisionAbandoned',
      details: { number: plan.number, reason: input.reason },
    })
  })
}

async function movePlan(tx: Tx, plan: PlanVersionRow, data: Prisma.PlanUncheckedUpdateInput) {
  await tx.plan.update({
    where: { id: plan.id, version: plan.version },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  })
}
