import 'server-only'
import { signature } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import type { OpenedCase } from '@/lib/cases/open-case'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { Conflict, InvalidInput } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { lightDates, serviceDue } from '@/lib/lights/rules'
import type { AcceptanceLevel, AcceptanceStatus } from '@/prisma/generated/enums'
import { gradeOf, type Scores, scoreTotal, sheetErrors } from './rules'

type Round = Awaited<ReturnType<typeof openRoundOf>>
type Notes = Readonly<Record<string, string>>

/** Opens the next round of a level, with its light from the service time. Returns its number. */
export async function startRound(
  tx: Tx,
  { kase, actor, ruleSet }: OpenedCase,
  level: AcceptanceLevel,
): Promise<number> {
  const { viewer } = actor
  const { _max } = await tx.acceptance.aggregate({
    where: { caseId: kase.id, level },
    _max: { round: true },
  })
  const round = (_max.round ?? 0) + 1
  const calendar = await calendarNow(tx)
  const due = serviceDue('acceptance', viewer.today, ruleSet, calendar)
  const { yellowOn, redOn } = lightDates({ subject: 'acceptance', due, ruleSet, calendar })
  await tx.acceptance.create({
    data: {
      id: newId(),
      caseId: kase.id,
      level,
      round,
      openedOn: fromDay(viewer.today),
      appliedById: viewer.userId,
      appliedByName: signature(actor),
      yellowOn: fromDay(yellowOn),
      redOn: fromDay(redOn),
    },
    select: { id: true },
  })
  return round
}

/** The round that is open, with its team and sheet; the stage says there is one. */
export async function openRoundOf(tx: Tx, caseId: string, level: AcceptanceLevel) {
  const round = await tx.acceptance.findFirst({
    where: { caseId, level, status: 'OPEN' },
    select: {
      id: true,
      round: true,
      level: true,
      version: true,
      appliedById: true,
      appliedByName: true,
      members: { select: { name: true, userId: true, organisationId: true } },
      scores: { select: { code: true, points: true } },
    },
  })
  if (!round) throw new Conflict('noOpenAcceptance')
  return round
}

/** Refuses a sheet that is incomplete or wrong, each item by its field. */
export function refuseSheet({ ruleSet }: OpenedCase, scores: Scores): void {
  const errors = sheetErrors(ruleSet.scoreSheet, scores)
  if (errors.length === 0) return
  throw new InvalidInput(
    errors.map(({ code, params = {} }) => ({ field: `scores.${params.item}`, code, params })),
  )
}

/** Keeps the points given so far in place of the earlier ones. */
export async function keepScores(
  tx: Tx,
  { kase, ruleSet }: OpenedCase,
  round: { id: string },
  scores: Scores,
  notes: Notes,
): Promise<void> {
  await tx.acceptanceScore.deleteMany({ where: { acceptanceId: round.id } })
  await tx.acceptanceScore.createMany({
    data: ruleSet.scoreSheet.items.flatMap(({ code, max }) => {
      const points = scores[code]
      if (points === undefined) return []
      const note = notes[code] ?? ''
      return [
        { id: newId(), caseId: kase.id, acceptanceId: round.id, code, points, maximum: max, note },
      ]
    }),
  })
}

/** Decides a round; its sheet and team are frozen from here on. Returns total and grade. */
export async function decideRound(
  tx: Tx,
  { actor, ruleSet }: OpenedCase,
  round: Round,
  status: Exclude<AcceptanceStatus, 'OPEN'>,
  scores: Scores | null,
  reason = '',
) {
  const total = scores ? scoreTotal(scores) : null
  const grade = total === null ? '' : gradeOf(ruleSet.scoreSheet, total)
  const { viewer } = actor
  await tx.acceptance.update({
    where: { id: round.id },
    data: {
      status,
      total,
      grade,
      reason,
      decidedById: viewer.userId,
      decidedByName: signature(actor),
      decidedOn: fromDay(viewer.today),
      version: { increment: 1 },
    },
    select: { id: true },
  })
  return { total, grade }
}
