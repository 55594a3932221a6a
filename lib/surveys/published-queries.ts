import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { SurveyKind } from '@/prisma/generated/enums'
import { percentOf } from './rules'

export type PublishedResult = {
  surveyId: string
  caseId: string
  townshipId: string
  kind: SurveyKind
  number: number
  closedOn: Day
  valid: number
  votes: number
  satisfied: number
  dissatisfied: number
  /** In percent with one decimal, by the rule the batch was opened with. */
  satisfiedPercent: number
  dissatisfiedPercent: number
}

/**
 * Published results of a county, those of a period by the day the round closed: one statement, oldest
 * first. Row-level security cuts it to what the viewer reads; there are none under ten ballots.
 */
export async function publishedSurveyResults(
  tx: Tx,
  viewer: Pick<Viewer, 'countyId'>,
  { from, to, caseIds }: { from?: Day; to?: Day; caseIds?: readonly string[] } = {},
): Promise<PublishedResult[]> {
  const rows = await tx.surveyResult.findMany({
    where: {
      countyId: viewer.countyId,
      published: true,
      closedOn: { gte: from && fromDay(from), lte: to && fromDay(to) },
      ...(caseIds && { caseId: { in: [...caseIds] } }),
    },
    orderBy: [{ closedOn: 'asc' }, { surveyId: 'asc' }],
    select: {
      ...{ surveyId: true, caseId: true, townshipId: true, kind: true, number: true },
      ...{ closedOn: true, valid: true, votes: true, satisfied: true, dissatisfied: true },
    },
  })
  return rows.map(({ closedOn, votes, satisfied, dissatisfied, ...row }) => ({
    ...row,
    closedOn: toDay(closedOn),
    votes: votes ?? 0,
    satisfied: satisfied ?? 0,
    dissatisfied: dissatisfied ?? 0,
    satisfiedPercent: percentOf(satisfied ?? 0, votes ?? 0) ?? 0,
    dissatisfiedPercent: percentOf(dissatisfied ?? 0, votes ?? 0) ?? 0,
  }))
}
