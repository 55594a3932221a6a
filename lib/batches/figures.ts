import { isListed, isTransformed } from '@/lib/cases/workflow'
import { Stage } from '@/prisma/generated/enums'

const stages = Object.values(Stage)

/** Stages that count in a batch, in the order of a case's life. */
export const listedStages = stages.filter(isListed)

/** What a batch counts. Candidates and unconfirmed cases never count: their figures stay 0. */
export type BatchFigures = {
  total: number
  transformed: number
  byStage: Record<Stage, number>
  /** Cases with a criterion excepted by a recorded meeting decision; counted apart. */
  excepted: number
  /** Cases entered already closed (历史对象). */
  historical: number
}

export type FigureRow = { stage: Stage; excepted: boolean; historical: boolean; count: number }

/** Adds up the counted rows of one batch, or of several for the line of totals. */
export function figuresOf(rows: readonly FigureRow[]): BatchFigures {
  const figures: BatchFigures = {
    total: 0,
    transformed: 0,
    byStage: Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>,
    excepted: 0,
    historical: 0,
  }
  for (const { stage, excepted, historical, count } of rows) {
    if (!isListed(stage)) continue
    figures.total += count
    figures.byStage[stage] += count
    if (isTransformed(stage)) figures.transformed += count
    if (excepted) figures.excepted += count
    if (historical) figures.historical += count
  }
  return figures
}

/** Sum of several batches. */
export function totalOf(batches: readonly BatchFigures[]): BatchFigures {
  const sum = figuresOf([])
  for (const one of batches) {
    sum.total += one.total
    sum.transformed += one.transformed
    sum.excepted += one.excepted
    sum.historical += one.historical
    for (const stage of stages) sum.byStage[stage] += one.byStage[stage]
  }
  return sum
}
