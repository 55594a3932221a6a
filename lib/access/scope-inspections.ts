import type { Prisma } from '@/prisma/generated/client'
import { holds, selvesOf, type Viewer } from './viewer-types'

const nothing = { id: { in: [] as string[] } }

/** Published once it is ended: from then on every role of the county that works on cases reads it. */
const published = (viewer: Viewer) =>
  viewer.grants.some(({ role }) => role !== 'SYSTEM_ADMIN')
    ? { publishedOn: { not: null } }
    : nothing

const overseesRounds = (viewer: Viewer) =>
  holds(viewer, 'COUNTY_OFFICE') || holds(viewer, 'COUNTY_LEADER')

/**
 * Inspection rounds: the county office and leaders; inspectors those they check in; township, helper
 * unit and team only published ones, so that an undercover round does not exist for them before.
 */
export function visibleRounds(viewer: Viewer): Prisma.InspectionRoundWhereInput {
  const { countyId } = viewer
  if (overseesRounds(viewer)) return { countyId }
  return {
    countyId,
    OR: [{ inspectorIds: { hasSome: selvesOf(viewer) } }, published(viewer)],
  }
}

/** Draws: not the inspectors', who would learn where else the round goes. */
export function visibleDraws(viewer: Viewer): Prisma.DrawWhereInput {
  const { countyId } = viewer
  return overseesRounds(viewer) ? { countyId } : { countyId, ...published(viewer) }
}

/** Villages named by hand: read like draws. */
export function visiblePicks(viewer: Viewer): Prisma.RoundPickWhereInput {
  const { countyId } = viewer
  return overseesRounds(viewer) ? { countyId } : { countyId, ...published(viewer) }
}
