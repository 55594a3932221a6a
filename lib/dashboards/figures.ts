import { isListed, isTransformed } from '@/lib/cases/workflow'
import { type Day, toDay } from '@/lib/dates'
import { type Colour, lightOf, worstOf } from '@/lib/lights/rules'
import type { Stage } from '@/prisma/generated/enums'

/** Cases counted by batch, township and stage, with the earliest days their lights turn. */
export type CountedRow = {
  batchId: string | null
  townshipId: string
  stage: Stage
  paused: boolean
  count: number
  yellowOn: Date | null
  redOn: Date | null
}

export type BatchBand = {
  id: string
  name: string
  year: number
  total: number
  transformed: number
  byStage: Partial<Record<Stage, number>>
}

export type GridCell = { count: number; colour: Colour }
export type GridRow = {
  id: string
  name: string
  cells: Partial<Record<Stage, GridCell>>
  total: number
}

type Batch = { id: string; name: string; year: number }

/** Batches as bands: total, transformed, by stage. Candidates never count in a batch. */
export function bandsOf(rows: readonly CountedRow[], batches: readonly Batch[]): BatchBand[] {
  return batches.map(({ id, name, year }) => {
    const own = rows.filter((row) => row.batchId === id && isListed(row.stage))
    return {
      id,
      name,
      year,
      total: sum(own),
      transformed: sum(own.filter((row) => isTransformed(row.stage))),
      byStage: byStage(own),
    }
  })
}

/** Townships by stage; a cell has the worst light of its cases. Rows without cases are left out. */
export function gridOf(
  rows: readonly CountedRow[],
  townships: readonly { id: string; name: string }[],
  today: Day,
): GridRow[] {
  return townships.flatMap(({ id, name }) => {
    const own = rows.filter((row) => row.townshipId === id && row.stage !== 'NOT_CONFIRMED')
    if (own.length === 0) return []
    const cells: GridRow['cells'] = {}
    for (const { stage } of own) {
      const here = own.filter((row) => row.stage === stage)
      cells[stage] = { count: sum(here), colour: worstOf(here.map((row) => colourOf(row, today))) }
    }
    return [{ id, name, cells, total: sum(own) }]
  })
}

/** Every listed case: how many, transformed, and being rectified. */
export function totalsOf(rows: readonly CountedRow[]) {
  const listed = rows.filter((row) => isListed(row.stage))
  const transformed = sum(listed.filter((row) => isTransformed(row.stage)))
  return { total: sum(listed), transformed, rectifying: sum(listed) - transformed }
}

const restful: readonly Stage[] = ['CLOSED', 'NOT_CONFIRMED', 'CONSOLIDATING']

function colourOf({ stage, paused, yellowOn, redOn }: CountedRow, today: Day): Colour {
  return lightOf(
    {
      yellowOn: yellowOn && toDay(yellowOn),
      redOn: redOn && toDay(redOn),
      done: restful.includes(stage),
      paused,
    },
    today,
  )
}

function byStage(rows: readonly CountedRow[]): Partial<Record<Stage, number>> {
  const counts: Partial<Record<Stage, number>> = {}
  for (const { stage, count } of rows) counts[stage] = (counts[stage] ?? 0) + count
  return counts
}

function sum(rows: readonly CountedRow[]): number {
  return rows.reduce((total, row) => total + row.count, 0)
}
