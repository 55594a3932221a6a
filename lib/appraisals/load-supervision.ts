import 'server-only'
import type { Day } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { publishedSurveyResults } from '@/lib/surveys/published-queries'
import type { Facts, LetterFact, SurveyFact } from './facts'

/**
 * What supervision adds: notices and reminder letters that want a reply, answered once a reply stands
 * that was not returned, by their number alone; and surveys once their result is published.
 */
export async function loadSupervision(
  tx: Tx,
  countyId: string,
  from: Day,
): Promise<Pick<Facts, 'notices' | 'surveys'>> {
  const [{ rows }] = await tx.$queryRaw<[{ rows: LetterFact[] | null }]>`
    SELECT json_agg(json_build_object('id', n.id, 'caseId', n.case_id, 'townshipId', coalesce(n.township_id, ''),
      'village', coalesce(v.name, ''), 'title', concat(n.prefix, '〔', n.year, '〕', n.number, '号'), 'organisationId', n.addressee_id,
      'dueOn', coalesce(n.reply_due_on, n.due_on),
      'doneOn', CASE WHEN n.status IN ('REPLIED', 'VERIFIED', 'CLOSED') THEN coalesce(n.replied_on, n.closed_on) END)) AS rows
    FROM supervision_notices n LEFT JOIN villages v ON v.id = n.village_id
    WHERE n.county_id = ${countyId} AND n.signed_on IS NOT NULL AND n.kind IN ('REMINDER', 'SUPERVISION')
      AND n.status NOT IN ('REISSUED', 'WITHDRAWN') AND coalesce(n.reply_due_on, n.due_on) >= ${from}::date`
  return { notices: rows ?? [], surveys: await surveysOf(tx, countyId, from) }
}

async function surveysOf(tx: Tx, countyId: string, from: Day): Promise<SurveyFact[]> {
  const results = await publishedSurveyResults(tx, { countyId }, { from })
  const cases = await tx.case.findMany({
    where: { countyId, id: { in: results.map(({ caseId }) => caseId) } },
    select: { id: true, village: { select: { name: true } } },
  })
  const villages = new Map(cases.map(({ id, village }) => [id, village.name]))
  return results.map(
    ({ surveyId, caseId, townshipId, kind, number, closedOn, votes, satisfied }) => ({
      ...{ id: surveyId, caseId, townshipId, closedOn, satisfied, valid: votes },
      ...{ village: villages.get(caseId) ?? '', title: `${kind}:${number}` },
    }),
  )
}
