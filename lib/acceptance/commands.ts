import 'server-only'
import type { z } from 'zod'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { advance, requireStage } from '@/lib/cases/advance'
import { requireGate } from '@/lib/cases/gate-facts'
import { type OpenedCase, openCase } from '@/lib/cases/open-case'
import { addMonths, fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Forbidden, RuleBroken } from '@/lib/errors'
import type { AcceptanceLevel } from '@/prisma/generated/enums'
import { decideRound, keepScores, openRoundOf, refuseSheet, startRound } from './round'
import { isOwnWork, isPass, type Scores, scoreTotal, sheetErrors } from './rules'
import type {
  applyForAcceptanceInput,
  failAcceptanceInput,
  passAcceptanceInput,
  resumeRectifyingInput,
} from './schema'
import { requireTeam } from './team'

/** applyForAcceptance (申请验收): through the gate, and the township's round opens. */
export function applyForAcceptance(viewer: Viewer, input: z.infer<typeof applyForAcceptanceInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'acceptance.apply' })
    requireStage(opened.kase, 'applyForAcceptance')
    await requireGate(tx, input.caseId, 'application', opened.ruleSet, viewer.today)
    await refusePendingRevision(tx, input.caseId)
    const round = await startRound(tx, opened, 'TOWNSHIP')
    await advance(tx, opened, 'applyForAcceptance', {
      kind: 'acceptanceApplied',
      details: { round },
    })
  })
}

/** What is being reviewed cannot be accepted at the same time. */
async function refusePendingRevision(tx: Tx, caseId: string) {
  const pending = await tx.plan.count({ where: { caseId, status: 'SUBMITTED' } })
  if (pending > 0) throw new RuleBroken('revisionPending')
}

/** passTownship (初验通过): by another person than the applicant; the county's round opens. */
export function passTownship(viewer: Viewer, input: z.infer<typeof passAcceptanceInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'acceptance.township' })
    requireStage(opened.kase, 'passTownship')
    const { event } = await passRound(tx, opened, 'TOWNSHIP', input)
    await startRound(tx, opened, 'COUNTY')
    await advance(tx, opened, 'passTownship', event)
  })
}

/** passCounty (验收通过): through the gate, with a team free of conflicts; consolidation begins. */
export function passCounty(viewer: Viewer, input: z.infer<typeof passAcceptanceInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'acceptance.county' })
    requireStage(opened.kase, 'passCounty')
    await requireGate(tx, input.caseId, 'countyPass', opened.ruleSet, viewer.today)
    const { event } = await passRound(tx, opened, 'COUNTY', input)
    const { enabled, months } = opened.ruleSet.criteria.consolidation
    const until = addMonths(viewer.today, enabled ? months : 0)
    await advance(
      tx,
      opened,
      'passCounty',
      { ...event, changes: { consolidationUntil: [null, until] } },
      { consolidationUntil: fromDay(until) },
    )
  })
}

/** Sheet, team and least score of a round, then its decision. */
async function passRound(
  tx: Tx,
  opened: OpenedCase,
  level: AcceptanceLevel,
  { scores, notes }: Pick<z.infer<typeof passAcceptanceInput>, 'scores' | 'notes'>,
) {
  const round = await openRoundOf(tx, opened.kase.id, level)
  await refuseOwnWork(tx, opened, round)
  await requireTeam(tx, opened, round)
  refuseSheet(opened, scores)
  const { enabled, minScore } =
    opened.ruleSet.criteria[level === 'TOWNSHIP' ? 'townshipAcceptance' : 'countyAcceptance']
  const sum = scoreTotal(scores)
  if (enabled && !isPass(sum, minScore))
    throw new RuleBroken('scoreBelow', { total: sum, minScore })
  await keepScores(tx, opened, round, scores, notes)
  const { total, grade } = await decideRound(tx, opened, round, 'PASSED', scores)
  const details = { level, round: round.round, total: total ?? 0, grade }
  return { event: { kind: 'acceptancePassed' as const, details } }
}

/** failTownship (初验不通过): with a reason, back to rectifying. */
export function failTownship(viewer: Viewer, input: z.infer<typeof failAcceptanceInput>) {
  return failRound(viewer, input, 'TOWNSHIP')
}

/** failCounty (验收不通过): with a reason, back to rectifying. */
export function failCounty(viewer: Viewer, input: z.infer<typeof failAcceptanceInput>) {
  return failRound(viewer, input, 'COUNTY')
}

/** A sheet saved before counts when it is complete; a failure needs none. */
function failRound(
  viewer: Viewer,
  input: z.infer<typeof failAcceptanceInput>,
  level: AcceptanceLevel,
) {
  const [may, verb] =
    level === 'TOWNSHIP'
      ? (['acceptance.township', 'failTownship'] as const)
      : (['acceptance.county', 'failCounty'] as const)
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may })
    requireStage(opened.kase, verb)
    const round = await openRoundOf(tx, input.caseId, level)
    await refuseOwnWork(tx, opened, round)
    const given: Scores = Object.fromEntries(round.scores.map((row) => [row.code, row.points]))
    const complete = sheetErrors(opened.ruleSet.scoreSheet, given).length === 0
    const { total } = await decideRound(
      tx,
      opened,
      round,
      'FAILED',
      complete ? given : null,
      input.reason,
    )
    await advance(tx, opened, verb, {
      kind: 'acceptanceFailed',
      details: { level, round: round.round, total, reason: input.reason },
    })
  })
}

/** resumeRectifying (重新整顿): the closing gate fails for good; a new acceptance will be needed. */
export function resumeRectifying(viewer: Viewer, input: z.infer<typeof resumeRectifyingInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'case.resumeRectifying' })
    await advance(
      tx,
      opened,
      'resumeRectifying',
      { kind: 'consolidationEnded', details: { reason: input.reason } },
      { consolidationUntil: null },
    )
  })
}

/**
 * No one accepts what they applied for; at the county level that is both who applied in the
 * township and who passed it on.
 */
export async function refuseOwnWork(
  tx: Tx,
  { kase, actor }: OpenedCase,
  round: { level: AcceptanceLevel; appliedById: string | null },
): Promise<void> {
  const township =
    round.level === 'COUNTY'
      ? await tx.acceptance.findFirst({
          where: { caseId: kase.id, level: 'TOWNSHIP' },
          orderBy: { round: 'desc' },
          select: { appliedById: true },
        })
      : null
  if (isOwnWork(selvesOf(actor.viewer), [round.appliedById, township?.appliedById])) {
    throw new Forbidden('ownWork')
  }
}
