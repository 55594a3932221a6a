import 'server-only'
import { answeringOrganisations, holds, selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { type Day, toDay } from '@/lib/dates'
import { read } from '@/lib/db'

type Row = {
  kind: 'proposal' | 'appeal' | 'listing' | 'result'
  id: string
  name: string
  day: Date
  year: number | null
  score: number | null
  scoring: boolean
}

export type SupervisionItem = Omit<Row, 'day'> & { day: Day }

/**
 * For the home, in one statement: what of the key register and the appraisal waits for the county office
 * (proposals, appeals it may answer), or stands about one's own organisation (its listing, its latest result).
 */
export async function readSupervisionItems(viewer: Viewer): Promise<SupervisionItem[]> {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) {
    const rows = await read(
      viewer,
      (tx) => tx.$queryRaw<Row[]>`
        (SELECT 'proposal' AS kind, w.id, o.name, w.proposed_on AS day, NULL::int AS year, NULL::int AS score, false AS scoring
          FROM watch_listings w JOIN organisations o ON o.id = w.organisation_id
          WHERE w.county_id = ${countyId} AND w.state = 'PROPOSED' ORDER BY w.id LIMIT 5)
        UNION ALL
        (SELECT 'appeal', s.id, s.organisation_name, a.made_on, y.year, NULL, false
          FROM appraisal_appeals a JOIN appraisal_sheets s ON s.id = a.sheet_id JOIN appraisals y ON y.id = s.appraisal_id
          WHERE a.county_id = ${countyId} AND a.answered_on IS NULL AND a.state = 'ANNOUNCED'
            AND a.verified_by_id <> ALL (${selvesOf(viewer)}::uuid[]) ORDER BY a.id LIMIT 5)`,
    )
    return rows.map(itemOf)
  }
  const own = answeringOrganisations(viewer)
  if (own.length === 0) return []
  const rows = await read(
    viewer,
    (tx) => tx.$queryRaw<Row[]>`
      (SELECT 'listing' AS kind, w.id, o.name, w.decided_on AS day, NULL::int AS year, NULL::int AS score, false AS scoring
        FROM watch_listings w JOIN organisations o ON o.id = w.organisation_id
        WHERE w.county_id = ${countyId} AND w.state = 'LISTED' AND w.organisation_id = ANY (${own}::uuid[])
          AND (w.member_id IS NULL OR w.member_id = ${viewer.userId}::uuid) ORDER BY w.id LIMIT 5)
      UNION ALL
      (SELECT 'result', s.id, s.organisation_name, coalesce(y.published_on, y.announced_on, y.opened_on), y.year, s.verified,
          y.state = 'OPEN'
        FROM appraisal_sheets s JOIN appraisals y ON y.id = s.appraisal_id
        WHERE s.county_id = ${countyId} AND s.shown AND s.organisation_id = ANY (${own}::uuid[])
        ORDER BY y.year DESC LIMIT 1)`,
  )
  return rows.map(itemOf)
}

const itemOf = ({ day, ...row }: Row): SupervisionItem => ({ ...row, day: toDay(day) })
