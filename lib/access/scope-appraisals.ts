import type { Prisma } from '@/prisma/generated/client'
import { answeringOrganisations, holds, type Viewer } from './viewer-types'

const nothing = { id: { in: [] as string[] } }

/**
 * The key register: all of it for the county office; what a person decided to list for leaders and
 * the organisation concerned. A member with an account reads their own, their colleagues do not.
 */
export function visibleListings(viewer: Viewer): Prisma.WatchListingWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  if (holds(viewer, 'COUNTY_LEADER')) return { countyId, state: { in: ['LISTED', 'CLEARED'] } }
  return {
    countyId,
    state: { in: ['LISTED', 'CLEARED'] },
    organisationId: { in: answeringOrganisations(viewer) },
    OR: [{ memberId: null }, { memberId: viewer.userId }],
  }
}

/** Years: for leaders and organisations once announced, or while organisations score themselves. */
export function visibleAppraisals(viewer: Viewer): Prisma.AppraisalWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  const reads = holds(viewer, 'COUNTY_LEADER') || answeringOrganisations(viewer).length > 0
  return reads ? { countyId, OR: [{ state: { not: 'OPEN' } }, { selfScored: true }] } : nothing
}

/** Sheets: of the county for its office, once announced for its leaders; one's own organisation's once shown. */
export function visibleSheets(viewer: Viewer): Prisma.AppraisalSheetWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  const own = { shown: true, organisationId: { in: answeringOrganisations(viewer) } }
  return holds(viewer, 'COUNTY_LEADER')
    ? { countyId, OR: [{ state: { not: 'OPEN' } }, own] }
    : { countyId, ...own }
}
