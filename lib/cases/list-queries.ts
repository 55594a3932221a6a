import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import type { Calendar } from '@/lib/calendar/rules'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { villageNamed } from '@/lib/villages/named'
import type { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'
import { type CaseLight, caseLight, lightColumns } from './light'
import { lightWhere } from './light-filter'
import { beyond, orderOf, readCursor, writeCursor } from './list-cursor'
import { type CaseFilter, categories, listedStages, type Sort, stagesOf } from './list-filter'

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
  /** Leads to the page before; null on the first one. */
  previousCursor: string | null
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
  const from = cursor === undefined ? undefined : readCursor(cursor, sort)
  const back = from?.back ?? false
  const { today } = viewer
  const scoped = { AND: [visibleCases(viewer), whereOf(filter, viewer)] }
  const within = stagesOf(filter)
  const groups = await tx.case.groupBy({ by: ['stage'], where: scoped, _count: { _all: true } })
  const rows = await tx.case.findMany({
    where: {
      AND: [scoped, within ? { stage: { in: within } } : {}, from ? beyond(from) : {}],
    },
    orderBy: orderOf(sort, back),
    take: limit + 1,
    select: listedCase,
  })
  const more = rows.length > limit
  const page = back ? rows.slice(0, limit).reverse() : rows.slice(0, limit)
  const calendar = await calendarNow(tx)
  const counted = groups.filter(({ stage }) => !within || within.includes(stage))
  return {
    items: page.map((row) => listed(row, today, calendar)),
    nextCursor: back || more ? cursorOf(page.at(-1), sort, false) : null,
    previousCursor: (back ? more : from) ? cursorOf(page[0], sort, true) : null,
    total: counted.reduce((sum, group) => sum + group._count._all, 0),
    byStage: Object.fromEntries(groups.map(({ stage, _count }) => [stage, _count._all])),
  }
}

function whereOf(filter: CaseFilter, { today, userId }: Viewer) {
  const { batch, township, light, problem, organisation, excepted, historical, followed, q } =
    filter
  const category = categories.find((one) => one === problem)
  const day = fromDay(today)
  return {
    AND: [
      batch ? { batchId: batch } : {},
      township ? { townshipId: township } : {},
      light ? lightWhere(light, today) : {},
      category ? { problems: { some: { category } } } : {},
      problem && !category ? { problems: { some: { kind: { code: problem } } } } : {},
      organisation
        ? {
            assignments: {
              some: { organisationId: organisation, OR: [{ toOn: null }, { toOn: { gte: day } }] },
            },
          }
        : {},
      excepted ? { exceptions: { some: {} }, stage: { in: listedStages } } : {},
      historical ? { origin: 'HISTORICAL' } : {},
      followed ? { follows: { some: { userId } } } : {},
      q ? { village: villageNamed(q) } : {},
    ],
  } satisfies Prisma.CaseWhereInput
}

function cursorOf(row: Row | undefined, sort: Sort, back: boolean): string | null {
  if (!row) return null
  const { id, paused, township } = row
  const redOn = row.redOn && toDay(row.redOn)
  const stageSince = toDay(row.stageSince)
  return writeCursor({ sort, back, id, paused, redOn, stageSince, township: township.id })
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
