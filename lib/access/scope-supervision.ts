import type { Prisma } from '@/prisma/generated/client'
import {
  answeringOrganisations,
  assignedCheckIds,
  boundCaseIds,
  holds,
  inspectedCaseIds,
  townshipsOf,
  type Viewer,
} from './viewer-types'

/**
 * Spot checks: the county office, their inspectors (others' after the case is closed), leaders linked
 * to the village; township, helper unit and work team only once submitted: until then an undercover
 * one does not exist for them, in no list and no count.
 */
export function visibleSpotChecks(viewer: Viewer): Prisma.SpotCheckWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  return {
    countyId,
    OR: [
      { id: { in: assignedCheckIds(viewer) } },
      { caseId: { in: boundCaseIds(viewer, ['COUNTY_LEADER']) } },
      {
        state: 'SUBMITTED',
        OR: [
          { townshipId: { in: townshipsOf(viewer) } },
          { caseId: { in: boundCaseIds(viewer, ['HELPER_UNIT', 'WORK_TEAM']) } },
          { caseId: { in: inspectedCaseIds(viewer) } },
        ],
      },
    ],
  }
}

/** Findings: as checks, but an organisation only once a finding was sent to it. */
export function visibleFindings(viewer: Viewer): Prisma.FindingWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  return {
    countyId,
    OR: [
      { spotCheckId: { in: assignedCheckIds(viewer) } },
      { caseId: { in: boundCaseIds(viewer, ['COUNTY_LEADER']) } },
      { caseId: { in: inspectedCaseIds(viewer) } },
      { sentToIds: { hasSome: answeringOrganisations(viewer) } },
    ],
  }
}

/** What inspectors asked for: the county office, themselves, linked leaders, and the township asked. */
export function visibleMaterialRequests(viewer: Viewer): Prisma.MaterialRequestWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  return {
    countyId,
    OR: [
      { spotCheckId: { in: assignedCheckIds(viewer) } },
      { caseId: { in: boundCaseIds(viewer, ['COUNTY_LEADER']) } },
      { townshipId: { in: townshipsOf(viewer) } },
    ],
  }
}

/** Files: those of checks and findings are read like these, whatever else is open of the case. */
export function supervisionFiles(viewer: Viewer): Prisma.AttachmentWhereInput {
  return {
    OR: [
      { subjectKind: { notIn: ['SPOT_CHECK', 'FINDING'] } },
      { spotCheckId: { in: assignedCheckIds(viewer) } },
      { caseId: { in: boundCaseIds(viewer, ['COUNTY_LEADER']) } },
      { caseId: { in: inspectedCaseIds(viewer) } },
      { sentToIds: { hasSome: answeringOrganisations(viewer) } },
    ],
  }
}
