import type { Prisma } from '@/prisma/generated/client'
import { supervisionFiles } from './scope-supervision'
import {
  answeringOrganisations,
  boundCaseIds,
  holds,
  townshipsOf,
  type Viewer,
} from './viewer-types'

const nothing = { id: { in: [] as string[] } }

/**
 * Cases whose overview, plan and measures the viewer reads (design "Who reads what"). Always
 * combined as `AND: [visibleCases(viewer), filter]`, never spread.
 */
export function visibleCases(viewer: Viewer): Prisma.CaseWhereInput {
  const countyId = viewer.countyId
  if (holds(viewer, 'COUNTY_OFFICE') || holds(viewer, 'COUNTY_LEADER')) return { countyId }
  return within(viewer)
}

/** Cases whose timeline and documents the viewer reads: leaders only where linked. */
export function openCases(viewer: Viewer): Prisma.CaseWhereInput {
  return holds(viewer, 'COUNTY_OFFICE') ? { countyId: viewer.countyId } : within(viewer)
}

/**
 * Coordination requests: like the overview of their case; a department asked sees what it was asked
 * with the name of the village, also without seeing the case.
 */
export function visibleRequests(viewer: Viewer): Prisma.CoordinationRequestWhereInput {
  const countyId = viewer.countyId
  if (holds(viewer, 'COUNTY_OFFICE') || holds(viewer, 'COUNTY_LEADER')) return { countyId }
  const departmentId = { in: answeringOrganisations(viewer) }
  return { countyId, OR: [...casesWithin(viewer), { departmentId }] }
}

/** Leaders' instructions: where the case's records are open, and to the organisation that answers. */
export function visibleInstructions(viewer: Viewer): Prisma.InstructionWhereInput {
  const countyId = viewer.countyId
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  const organisationId = { in: answeringOrganisations(viewer) }
  return {
    countyId,
    OR: [...casesWithin(viewer), { organisationId }],
  }
}

/**
 * Files: where the case's records are open. Those of decisions also to linked leaders and inspectors,
 * not to helper units and work teams; 内部 ones to the county office and whoever put them in.
 */
export function visibleAttachments(viewer: Viewer): Prisma.AttachmentWhereInput {
  const countyId = viewer.countyId
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  const papers = boundCaseIds(viewer, ['COUNTY_LEADER', 'INSPECTOR'])
  return {
    countyId,
    AND: [
      { OR: casesWithin(viewer) },
      { OR: [{ internal: false }, { uploadedById: viewer.userId }] },
      supervisionFiles(viewer),
      {
        OR: [
          { subjectKind: { not: 'DECISION' } },
          { townshipId: { in: townshipsOf(viewer) } },
          { caseId: { in: papers } },
        ],
      },
    ],
  }
}

/** Visits: where the case's records are open; leaders read those of linked villages only. */
export function visibleVisits(viewer: Viewer): Prisma.VisitWhereInput {
  const countyId = viewer.countyId
  return holds(viewer, 'COUNTY_OFFICE') ? { countyId } : { countyId, OR: casesWithin(viewer) }
}

/** Work records: read like visits. */
export function visibleRecords(viewer: Viewer): Prisma.WorkRecordWhereInput {
  const countyId = viewer.countyId
  return holds(viewer, 'COUNTY_OFFICE') ? { countyId } : { countyId, OR: casesWithin(viewer) }
}

/** Days in residence: read like visits. */
export function visibleResidence(viewer: Viewer): Prisma.ResidenceMonthWhereInput {
  const countyId = viewer.countyId
  return holds(viewer, 'COUNTY_OFFICE') ? { countyId } : { countyId, OR: casesWithin(viewer) }
}

/** Commitments: where the case's records are open; without a case, to the office and the township. */
export function visibleCommitments(viewer: Viewer): Prisma.CommitmentWhereInput {
  const countyId = viewer.countyId
  return holds(viewer, 'COUNTY_OFFICE') ? { countyId } : { countyId, OR: casesWithin(viewer) }
}

function casesWithin(viewer: Viewer) {
  return [{ townshipId: { in: townshipsOf(viewer) } }, { caseId: { in: boundCaseIds(viewer) } }]
}

/**
 * Appointments whose holder's work the viewer may hand over: of the county for its office and the
 * administrator, of its own committee for a township.
 */
export function leavableAppointments(viewer: Viewer): Prisma.AppointmentWhereInput {
  const countyId = viewer.countyId
  if (holds(viewer, 'COUNTY_OFFICE') || holds(viewer, 'SYSTEM_ADMIN')) return { countyId }
  return { countyId, organisation: { townshipId: { in: townshipsOf(viewer) } } }
}

/** The library of the county, for every role of it that works on cases. */
export function visibleDocuments(viewer: Viewer): Prisma.DocumentWhereInput {
  return servesCases(viewer) ? { countyId: viewer.countyId } : nothing
}

/** What villages have adopted: read in the county, like their leading teams. */
export function visibleRegulations(viewer: Viewer): Prisma.RegulationWhereInput {
  return servesCases(viewer) ? { countyId: viewer.countyId } : nothing
}

/**
 * Villages whose money the viewer sees: all of the county or the township alike, listed or not;
 * those bound to cases see the villages of these.
 */
export function visibleFunds(viewer: Viewer): Prisma.VillageWhereInput {
  const { countyId } = viewer
  if (holds(viewer, 'COUNTY_OFFICE')) return { countyId }
  return {
    countyId,
    OR: [
      { townshipId: { in: townshipsOf(viewer) } },
      { cases: { some: { id: { in: boundCaseIds(viewer) } } } },
    ],
  }
}

const servesCases = (viewer: Viewer) => viewer.grants.some(({ role }) => role !== 'SYSTEM_ADMIN')

/** Villages of the directory: public knowledge within the county, for every role of it. */
export function visibleVillages(viewer: Viewer): Prisma.VillageWhereInput {
  return viewer.grants.length > 0 ? { countyId: viewer.countyId } : nothing
}

/** Whether the timeline and documents of this case are open to the viewer. */
export function opensCase(viewer: Viewer, kase: { id: string; townshipId: string }): boolean {
  return (
    holds(viewer, 'COUNTY_OFFICE') ||
    townshipsOf(viewer).includes(kase.townshipId) ||
    boundCaseIds(viewer).includes(kase.id)
  )
}

function within(viewer: Viewer): Prisma.CaseWhereInput {
  const townshipIds = townshipsOf(viewer)
  const caseIds = boundCaseIds(viewer)
  if (townshipIds.length === 0 && caseIds.length === 0) return nothing
  return {
    countyId: viewer.countyId,
    OR: [{ townshipId: { in: townshipIds } }, { id: { in: caseIds } }],
  }
}
