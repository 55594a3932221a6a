import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import type { Calendar } from '@/lib/calendar/rules'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'
import { type CaseLight, caseLight, lightColumns } from './light'
import { lightWhere } from './light-filter'
import { type ListCursor, readCursor, writeCursor } from './list-cursor'
import { type CaseFilter, categories, type Sort, stagesOf } from './list-filter'

/** A case as lists and the API show it. */
export type ListedCase = {
  id: string
  version: number
  village: { code: string; name: string; demo: boolean }
  township: { code: string; name: string }
  batch: { id: string; number: number; name: string } | null
  stage: Stage
  stageSince: Day
  light: CaseLight
  nextDueOn: Day | null
  historical: boolean
}

export type CasePage = {
  items: ListedCase[]
  nextCursor: string | null
  /** Cases that match the whole filter. */
  total: number
  /** Cases that match the filter without `stage` and `state`, by stage. */
  byStage: Partial<Record<Stage, number>>
}

export const listedCase = {
  id: true,
  version: true,
  origin: true,
  stageSince: true,
  nextDueOn: true,
  village: { select: { code: true, name: true, demo: true } },
  township: { select: { id: true, name: true } },
  batch: { select: { id: true, number: true, name: true } },
  ...lightColumns,
} satisfies Prisma.CaseSelect

type Row = Prisma.CaseGetPayload<{ select: typeof listedCase }>
type Paging = { limit: number; cursor?: string }

/**
 * One page of the cases a viewer sees, with the count of all that match. Throws `InvalidInput` for
 * a cursor that is not one of this sort.
 */
export const listCases = (viewer: Viewer, filter: CaseFilter, paging: Paging) =>
  read(viewer, (tx) => casesOf(tx, viewer, filter, paging))

/** The same inside a transaction of the caller: two statements. */
export async function casesOf(
  tx: Tx,
  viewer: Viewer,
  filter: CaseFilter,
  { limit, cursor }: Paging,
): Promise<CasePage> {
  authorize(viewer, 'case.read')
  const sort = filter.sort ?? 'urgent'
  const after = cursor === undefined ? undefined : readCursor(cursor, sort)
  const { today } = viewer
  const scoped = { AND: [visibleCases(viewer), whereOf(filter, today)] }
  const within = stagesOf(filter)
  const groups = await tx.case.groupBy({ by: ['stage'], where: scoped, _count: { _all: true } })
  const rows = await tx.case.findMany({
    where: {
      AND: [scoped, within ? { stage: { in: within } } : {}, after ? afterCursor(after) : {}],
    },
    orderBy: orders[sort],
    take: limit + 1,
    select: listedCase,
  })
  const page = rows.slice(0, limit)
  const calendar = await calendarNow(tx)
  const counted = groups.filter(({ stage }) => !within || within.includes(stage))
  return {
    items: page.map((row) => listed(row, today, calendar)),
    nextCursor: rows.length > limit ? cursorOf(page.at(-1), sort) : null,
    total: counted.reduce((sum, group) => sum + group._count._all, 0),
    byStage: Object.fromEntries(groups.map(({ stage, _count }) => [stage, _count._all])),
  }
}

function whereOf({ batch, township, light, problem, q }: CaseFilter, today: Day) {
  const category = categories.find((one) => one === problem)
  return {
    AND: [
      batch ? { batchId: batch } : {},
      township ? { townshipId: township } : {},
      light ? lightWhere(light, today) : {},
      category ? { problems: { some: { category } } } : {},
      problem && !category ? { problems: { some: { kind: { code: problem } } } } : {},
      q ? { village: named(q) } : {},
    ],
  } satisfies Prisma.CaseWhereInput
}

/** By part of the name, its pinyin or initials in any case, or the beginning of the code. */
function named(q: string): Prisma.VillageWhereInput {
  const letters = q.toLowerCase().replace(/\s+/g, '')
  return {
    OR: [
      { name: { contains: q } },
      { pinyin: { contains: letters } },
      { initials: { contains: letters } },
      { code: { startsWith: letters } },
    ],
  }
}

/** Every order ends with the id, so that it is total and a cursor can continue it. */
const orders: Record<Sort, Prisma.CaseOrderByWithRelationInput[]> = {
  urgent: [{ paused: 'asc' }, { redOn: { sort: 'asc', nulls: 'last' } }, { id: 'desc' }],
  waiting: [{ stageSince: 'asc' }, { id: 'desc' }],
  newest: [{ id: 'desc' }],
}

function afterCursor({ sort, id, paused, redOn, stageSince }: ListCursor): Prisma.CaseWhereInput {
  const further = { id: { lt: id } }
  if (sort === 'newest') return further
  if (sort === 'waiting') {
    const since = fromDay(stageSince)
    return { OR: [{ stageSince: { gt: since } }, { stageSince: since, ...further }] }
  }
  const later: Prisma.CaseWhereInput[] = redOn
    ? [{ redOn: { gt: fromDay(redOn) } }, { redOn: fromDay(redOn), ...further }, { redOn: null }]
    : [{ redOn: null, ...further }]
  return { OR: [{ paused, OR: later }, ...(paused ? [] : [{ paused: true }])] }
}

function cursorOf(row: Row | undefined, sort: Sort): string | null {
  if (!row) return null
  const { id, paused } = row
  const redOn = row.redOn && toDay(row.redOn)
  return writeCursor({ sort, id, paused, redOn, stageSince: toDay(row.stageSince) })
}

/** A row as lists show it. */
export function listed(row: Row, today: Day, calendar: Calendar): ListedCase {
  return {
    id: row.id,
    version: row.version,
    village: row.village,
    township: { code: row.township.id, name: row.township.name },
    batch: row.batch,
    stage: row.stage,
    stageSince: toDay(row.stageSince),
    light: caseLight(row, today, calendar),
    nextDueOn: row.nextDueOn && toDay(row.nextDueOn),
    historical: row.origin === 'HISTORICAL',
  }
}
