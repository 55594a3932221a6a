import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { InspectorFacts, VillageFacts } from './conflict-rules'

export type Inspector = InspectorFacts & { name: string; organisationName: string }
export type CheckedVillage = VillageFacts & { name: string; code: string }

/** Whoever is an inspector of the county today, or these of them, with where else they serve. */
export async function inspectorsOf(
  tx: Tx,
  viewer: Viewer,
  ids?: readonly string[],
): Promise<Inspector[]> {
  const today = fromDay(viewer.today)
  const rows = await tx.appointment.findMany({
    where: {
      countyId: viewer.countyId,
      confirmedAt: { not: null },
      fromOn: { lte: today },
      OR: [{ toOn: null }, { toOn: { gte: today } }],
      user: {
        status: 'ACTIVE',
        ...(ids && { id: { in: [...ids] } }),
        appointments: { some: { role: 'INSPECTOR', countyId: viewer.countyId } },
      },
    },
    orderBy: [{ userId: 'asc' }, { id: 'asc' }],
    select: {
      role: true,
      userId: true,
      standsInForId: true,
      user: { select: { name: true } },
      organisation: { select: { id: true, name: true, townshipId: true } },
    },
  })
  const people = Map.groupBy(rows, ({ userId }) => userId)
  return [...people].flatMap(([id, held]) => {
    const own = held.find(({ role, standsInForId }) => role === 'INSPECTOR' && !standsInForId)
    if (!own) return []
    const townships = held.flatMap(({ organisation }) => organisation.townshipId ?? [])
    return {
      id,
      name: own.user.name,
      organisationName: own.organisation.name,
      townshipIds: [...new Set(townships)],
      organisationIds: [...new Set(held.map(({ organisation }) => organisation.id))],
    }
  })
}

/** Villages of the county with who is responsible for them today and who submitted the last check. */
export async function villagesToCheck(
  tx: Tx,
  viewer: Viewer,
  ids: readonly string[],
): Promise<CheckedVillage[]> {
  const { countyId } = viewer
  const villages = await tx.village.findMany({
    where: { countyId, id: { in: [...ids] }, endedOn: null },
    select: { id: true, townshipId: true, name: true, code: true },
  })
  const today = fromDay(viewer.today)
  const duties = await tx.assignment.findMany({
    where: {
      OR: [{ toOn: null }, { toOn: { gte: today } }],
      case: {
        villageId: { in: [...ids] },
        AND: [{ OR: [{ readableUntil: null }, { readableUntil: { gte: today } }] }],
      },
    },
    select: { organisationId: true, userId: true, case: { select: { villageId: true } } },
  })
  const last = await tx.$queryRaw<{ village_id: string; user_ids: string[] }[]>`
    SELECT s.village_id, ARRAY(SELECT i.user_id::text FROM spot_check_inspectors i
        WHERE i.spot_check_id = s.id AND i.released_on IS NULL) AS user_ids
    FROM (SELECT DISTINCT ON (village_id) id, village_id FROM spot_checks
      WHERE county_id = ${countyId} AND state = 'SUBMITTED' AND village_id = ANY (${[...ids]}::uuid[])
      ORDER BY village_id, submitted_on DESC, id DESC) s`
  const dutiesOf = Map.groupBy(duties, (duty) => duty.case.villageId)
  const lastOf = new Map(last.map((row) => [row.village_id, row.user_ids]))
  return villages.map((village) => {
    const held = dutiesOf.get(village.id) ?? []
    return {
      ...village,
      organisationIds: held.flatMap(({ organisationId }) => organisationId ?? []),
      userIds: held.flatMap(({ userId }) => userId ?? []),
      lastInspectorIds: lastOf.get(village.id) ?? [],
    }
  })
}
