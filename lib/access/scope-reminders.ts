import type { Prisma } from '@/prisma/generated/client'
import {
  answeringOrganisations,
  boundCaseIds,
  holds,
  townshipsOf,
  type Viewer,
} from './viewer-types'

/** Steps of the ladder: where the case is open to the viewer, or their organisation owes it. */
export function visibleSteps(viewer: Viewer): Prisma.ReminderStepWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  return {
    countyId,
    OR: [
      { townshipId: { in: townshipsOf(viewer) } },
      { caseId: { in: boundCaseIds(viewer) } },
      { organisationId: { in: answeringOrganisations(viewer) } },
    ],
  }
}

/** Complaints: all of the county for its office, else one's own. */
export function visibleComplaints(viewer: Viewer): Prisma.ComplaintWhereInput {
  const { countyId, userId } = viewer
  return holds(viewer, 'COUNTY_OFFICE') ? { countyId } : { countyId, authorId: userId }
}
