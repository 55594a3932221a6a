import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleVillages, visibleVisits } from '@/lib/access/scope'
import { visibleNotices } from '@/lib/access/scope-notices'
import { visibleSpotChecks } from '@/lib/access/scope-supervision'
import { holds, townshipsOf, type Viewer } from '@/lib/access/viewer-types'
import { addDays, addMonths, type Day, fromDay, weekdayOf } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { askingKinds, fieldsAsked } from './fields'

/** What was asked of one village in a period. */
export type Burden = {
  fields: number
  materials: number
  inspections: number
  notices: number
  visits: number
}

const noBurden: Burden = { fields: 0, materials: 0, inspections: 0, notices: 0, visits: 0 }

type Period = { from: Day; to: Day }

/**
 * What was asked of villages in a period, as the viewer may know it: an undercover check counts for
 * the county office when it is assigned, for everybody else once it is submitted. Five statements.
 */
async function burdens(
  tx: Tx,
  viewer: Viewer,
  { from, to }: Period,
  villageIds?: readonly string[],
): Promise<Map<string, Burden>> {
  const { countyId } = viewer
  const villageId = villageIds ? { in: [...villageIds] } : undefined
  const days = { gte: fromDay(from), lte: fromDay(to) }
  const { visits, inspections } = await comings(tx, viewer, { from, to }, villageIds)
  const materials = await tx.materialRequest.groupBy({
    by: ['villageId'],
    where: {
      countyId,
      villageId,
      requestedOn: days,
      state: { not: 'WITHDRAWN' },
      spotCheck: visibleSpotChecks(viewer),
    },
    _count: { _all: true },
  })
  const notices = await tx.supervisionNotice.groupBy({
    by: ['villageId'],
    where: { AND: [visibleNotices(viewer), { villageId, signedOn: days }] },
    _count: { _all: true },
  })
  const found = new Map<string, Burden>()
  const add = (id: string | null, key: keyof Burden, count: number) => {
    if (!id) return
    const before = found.get(id) ?? noBurden
    found.set(id, { ...before, [key]: before[key] + count })
  }
  for (const row of visits) add(row.villageId, 'visits', row._count._all)
  for (const row of inspections) add(row.villageId, 'inspections', row._count._all)
  for (const row of materials) add(row.villageId, 'materials', row._count._all)
  for (const row of notices) add(row.villageId, 'notices', row._count._all)
  for (const row of await entries(tx, viewer, { from, to }, villageIds)) {
    add(row.village_id, 'fields', fieldsAsked(row.kind, row.events, row.measures))
  }
  return found
}

/** Who came from outside: visits of leaders, helper units and inspectors, and spot checks. Two statements. */
async function comings(
  tx: Tx,
  viewer: Viewer,
  { from, to }: Period,
  villageIds?: readonly string[],
) {
  const villageId = villageIds ? { in: [...villageIds] } : undefined
  const days = { gte: fromDay(from), lte: fromDay(to) }
  const visits = await tx.visit.groupBy({
    by: ['villageId'],
    where: {
      AND: [visibleVisits(viewer), { villageId, day: days, withdrawnOn: null }],
      role: { in: ['COUNTY_LEADER', 'HELPER_UNIT', 'INSPECTOR'] },
    },
    _count: { _all: true },
  })
  const inspections = await tx.spotCheck.groupBy({
    by: ['villageId'],
    where: {
      AND: [
        visibleSpotChecks(viewer),
        { villageId },
        {
          OR: [
            { state: 'SUBMITTED', visitedOn: days },
            { state: 'ASSIGNED', dueOn: days },
          ],
        },
      ],
    },
    _count: { _all: true },
  })
  return { visits, inspections }
}

type Entry = { village_id: string; kind: string; events: number; measures: number }

/**
 * Forms filled in on cases by those who work in the villages: by the day they were entered, what was
 * brought in from elsewhere by the day it was filled in there.
 */
function entries(tx: Tx, viewer: Viewer, { from, to }: Period, villageIds?: readonly string[]) {
  const among = villageIds
    ? Prisma.sql`c.village_id = ANY (${[...villageIds]}::uuid[])`
    : Prisma.sql`TRUE`
  const own = holds(viewer, 'COUNTY_OFFICE')
    ? Prisma.sql`TRUE`
    : Prisma.sql`e.township_id = ANY (${townshipsOf(viewer)}::text[])`
  const events = (when: Prisma.Sql) => Prisma.sql`
    SELECT c.village_id, e.kind, e.details FROM events e JOIN cases c ON c.id = e.case_id
    WHERE e.county_id = ${viewer.countyId} AND ${own} AND ${among} AND e.kind = ANY (${askingKinds}::text[])
      AND e.actor_role IN ('TOWNSHIP', 'HELPER_UNIT', 'WORK_TEAM') AND ${when}`
  const entered = Prisma.sql`e.origin = 'USER'
      AND e.at >= (${fromDay(from)}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND e.at < (${fromDay(addDays(to, 1))}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'`
  const brought = Prisma.sql`e.origin = 'IMPORT'
      AND e.occurred_on BETWEEN ${fromDay(from)}::date AND ${fromDay(to)}::date`
  return tx.$queryRaw<Entry[]>`
    SELECT village_id, kind, count(*)::int AS events,
      coalesce(sum(CASE WHEN kind = 'planSubmitted' THEN (details ->> 'measures')::int END), 0)::int AS measures
    FROM (${events(entered)} UNION ALL ${events(brought)}) entries GROUP BY 1, 2`
}

/**
 * For whoever plans an inspection: the villages of the county to which anybody came this week, from
 * Monday on, by their code.
 */
export const readWeek = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'burden.read')
    const monday = addDays(viewer.today, -((weekdayOf(viewer.today) + 6) % 7))
    const week = { from: monday, to: addDays(monday, 6) }
    const { visits, inspections } = await comings(tx, viewer, week)
    const counts = (list: typeof visits | typeof inspections) =>
      new Map(list.map(({ villageId, _count }) => [villageId, _count._all]))
    const [visited, checked] = [counts(visits), counts(inspections)]
    const villages = await tx.village.findMany({
      where: {
        AND: [
          visibleVillages(viewer),
          { id: { in: [...visited.keys(), ...checked.keys()].filter((id) => id !== null) } },
        ],
      },
      select: { id: true, code: true },
    })
    return new Map(
      villages.map(({ id, code }) => [
        code,
        { visits: visited.get(id) ?? 0, inspections: checked.get(id) ?? 0 },
      ]),
    )
  })

const monthOf = (month: string): Period => ({
  from: `${month}-01`,
  to: addDays(addMonths(`${month}-01`, 1), -1),
})

type BurdenLine = {
  id: string
  name: string
  demo: boolean
  township: string
  burden: Burden
}

/** The villages of which anything was asked in a month, most first, with the sum of each column. */
export const readBurden = (
  viewer: Viewer,
  { month, township }: { month: string; township?: string },
) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'burden.read')
    const found = await burdens(tx, viewer, monthOf(month))
    const own = holds(viewer, 'COUNTY_OFFICE') ? undefined : { in: townshipsOf(viewer) }
    const villages = await tx.village.findMany({
      where: {
        AND: [
          visibleVillages(viewer),
          { id: { in: [...found.keys()] }, townshipId: own },
          township ? { townshipId: township } : {},
        ],
      },
      select: { id: true, name: true, demo: true, township: { select: { name: true } } },
    })
    const townships = await tx.township.findMany({
      where: { countyId: viewer.countyId, id: own },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    const lines: BurdenLine[] = villages.map(({ township: { name }, ...village }) => ({
      ...village,
      township: name,
      burden: found.get(village.id) ?? noBurden,
    }))
    return { lines: lines.sort(heaviest), sum: sumOf(lines.map(({ burden }) => burden)), townships }
  })

/** Checks and requests weigh first: they come from above. */
function heaviest(a: BurdenLine, b: BurdenLine): number {
  const outside = ({ burden: { inspections, materials, notices, visits } }: BurdenLine) =>
    inspections + materials + notices + visits
  return (
    outside(b) - outside(a) || b.burden.fields - a.burden.fields || a.name.localeCompare(b.name)
  )
}

function sumOf(list: readonly Burden[]): Burden {
  const keys = Object.keys(noBurden) as (keyof Burden)[]
  const sum = (key: keyof Burden) => list.reduce((total, one) => total + one[key], 0)
  return Object.fromEntries(keys.map((key) => [key, sum(key)])) as Burden
}
