import type { Prisma } from '@/prisma/generated/client'
import {
  answeringOrganisations,
  assignedCheckIds,
  boundCaseIds,
  holds,
  inspectedCaseIds,
  type Viewer,
} from './viewer-types'

/**
 * Supervision notices: the county office, leaders linked to the village, the inspectors of the checks
 * they rest on; once signed their addressee, the organisations copied, and, the case being closed, its
 * other inspectors. A draft does not exist for those it is meant for.
 */
export function visibleNotices(viewer: Viewer): Prisma.SupervisionNoticeWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  const own = answeringOrganisations(viewer)
  return {
    countyId,
    OR: [
      { caseId: { in: boundCaseIds(viewer, ['COUNTY_LEADER']) } },
      { checkIds: { hasSome: assignedCheckIds(viewer) } },
      {
        signedOn: { not: null },
        OR: [
          { addresseeId: { in: own } },
          { copiedIds: { hasSome: own } },
          { caseId: { in: inspectedCaseIds(viewer) } },
        ],
      },
    ],
  }
}

/** Replies: like their notice, but not for the organisations copied. */
export function visibleReplies(viewer: Viewer): Prisma.NoticeReplyWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  return {
    countyId,
    OR: [
      { caseId: { in: boundCaseIds(viewer, ['COUNTY_LEADER']) } },
      { checkIds: { hasSome: assignedCheckIds(viewer) } },
      { addresseeId: { in: answeringOrganisations(viewer) } },
      { caseId: { in: inspectedCaseIds(viewer) } },
    ],
  }
}
