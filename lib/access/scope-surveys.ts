import type { Prisma } from '@/prisma/generated/client'
import { boundCaseIds, holds, townshipsOf, type Viewer } from './viewer-types'

/**
 * Rounds of surveys: the county office all of its county; everybody else those whose result is
 * published, of the cases whose overview they read.
 */
export function visibleSurveys(viewer: Viewer): Prisma.SurveyWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  const published = { countyId, state: 'PUBLISHED' as const }
  if (holds(viewer, 'COUNTY_LEADER')) return published
  return {
    ...published,
    OR: [{ townshipId: { in: townshipsOf(viewer) } }, { caseId: { in: boundCaseIds(viewer) } }],
  }
}
