import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Day, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import type { RuleSet } from '@/lib/rule-sets/schema'
import { type BatchFigures, type FigureRow, figuresOf, listedStages } from './figures'
import { type ListedBatch, listedBatch } from './select'

/** A batch with its figures over the cases the viewer sees. */
export type BatchOverview = BatchFigures & {
  id: string
  number: number
  name: string
  year: number
  startOn: Day
  targetEndOn: Day
  version: number
  ruleSet: { id: string; version: number; title: string }
}

/** Every batch of the viewer's county, by number, with its figures. */
export const listBatches = (viewer: Viewer) => read(viewer, (tx) => batchesOf(tx, viewer))

/** Three statements. */
async function batchesOf(tx: Tx, viewer: Viewer): Promise<BatchOverview[]> {
  authorize(viewer, 'batch.read', { countyId: viewer.countyId })
  const batches = await tx.batch.findMany({
    where: { countyId: viewer.countyId },
    orderBy: { number: 'asc' },
    select: listedBatch,
  })
  const rows = await figureRows(tx, viewer)
  return batches.map((batch) => overview(batch, rows.get(batch.id) ?? []))
}

/** One batch with its figures and its rule set. Throws `NotFound` outside the county. */
export const readBatch = (viewer: Viewer, id: string) =>
  read(viewer, async (tx): Promise<BatchOverview & { rules: RuleSet }> => {
    const batch = await tx.batch.findFirst({
      where: { id, countyId: viewer.countyId },
      select: {
        ...listedBatch,
        ruleSet: { select: { ...listedBatch.ruleSet.select, content: true } },
      },
    })
    if (!batch) throw new NotFound()
    authorize(viewer, 'batch.read', { countyId: viewer.countyId })
    const rows = await figureRows(tx, viewer, id)
    return { ...overview(batch, rows.get(id) ?? []), rules: ruleSetOf(batch.ruleSet) }
  })

/** Batches to choose from, newest first: confirming, carrying over, filters. */
export async function batchChoices(tx: Tx, viewer: Viewer) {
  return tx.batch.findMany({
    where: { countyId: viewer.countyId },
    orderBy: { number: 'desc' },
    select: listedBatch,
  })
}

/** Batches to confirm into, newest first, with the decisions that the rules of each ask for. */
export async function confirmationBatches(tx: Tx, viewer: Viewer) {
  const rows = await tx.batch.findMany({
    where: { countyId: viewer.countyId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      name: true,
      year: true,
      ruleSet: { select: { id: true, content: true } },
    },
  })
  return rows.map(({ ruleSet, ...batch }) => ({
    ...batch,
    steps: ruleSetOf(ruleSet).decisions.confirmation,
  }))
}

async function figureRows(tx: Tx, viewer: Viewer, batchId?: string) {
  const counted = {
    AND: [
      visibleCases(viewer),
      { batchId: batchId ?? { not: null }, stage: { in: [...listedStages] } },
    ],
  }
  const by = ['batchId', 'stage', 'origin'] as const
  const all = await tx.case.groupBy({ by: [...by], where: counted, _count: { _all: true } })
  const excepted = await tx.case.groupBy({
    by: [...by],
    where: { AND: [counted, { exceptions: { some: {} } }] },
    _count: { _all: true },
  })
  const rows = new Map<string, FigureRow[]>()
  const add = (group: (typeof all)[number], count: number, isExcepted: boolean) => {
    const { batchId: id, stage, origin } = group
    if (!id || count === 0) return
    const row = { stage, excepted: isExcepted, historical: origin === 'HISTORICAL', count }
    rows.set(id, [...(rows.get(id) ?? []), row])
  }
  for (const group of all) {
    const apart = excepted.find(
      (one) =>
        one.batchId === group.batchId && one.stage === group.stage && one.origin === group.origin,
    )
    const with_ = apart?._count._all ?? 0
    add(group, group._count._all - with_, false)
    add(group, with_, true)
  }
  return rows
}

function overview(
  { startOn, targetEndOn, ruleSet, ...batch }: ListedBatch,
  rows: readonly FigureRow[],
): BatchOverview {
  const { id, version, title } = ruleSet
  return {
    ...batch,
    startOn: toDay(startOn),
    targetEndOn: toDay(targetEndOn),
    ruleSet: { id, version, title },
    ...figuresOf(rows),
  }
}

/** What opening a batch starts from: the next free number and the county's rules, newest first. */
export const readNewBatch = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    const { countyId } = viewer
    authorize(viewer, 'batch.create', { countyId })
    const { _max } = await tx.batch.aggregate({ where: { countyId }, _max: { number: true } })
    const ruleSets = await tx.ruleSet.findMany({
      where: { countyId },
      orderBy: { version: 'desc' },
      select: { id: true, version: true, title: true },
    })
    return { nextNumber: (_max.number ?? 0) + 1, ruleSets }
  })
