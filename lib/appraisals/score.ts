import type { Band } from '@/lib/rule-sets/appraisal-rules'

export type Counted = { weight: number; numerator: number; denominator: number }
export type Scored = { effective: number; score: number | null }

/**
 * Scores in hundredths of a point. What has no denominator does not apply: its weight is spread over
 * the rest in proportion, by largest remainders (the earlier first), so that what applies weighs
 * exactly 10,000 together. Each score is its effective weight times counted of all, half up; the total
 * is their sum, so that a sheet adds up by hand. Null where nothing applies.
 */
export function scoresOf(values: readonly Counted[]): { lines: Scored[]; total: number | null } {
  const effective = spread(values.map(({ weight, denominator }) => (denominator > 0 ? weight : 0)))
  const lines = values.map(({ numerator, denominator }, index): Scored => {
    const weight = effective[index] ?? 0
    if (denominator === 0) return { effective: 0, score: null }
    return { effective: weight, score: halfUp(weight * numerator, denominator) }
  })
  return { lines, total: totalOf(lines.map(({ score }) => score)) }
}

/** The sum of the scores that apply; null where none does. */
export function totalOf(scores: readonly (number | null)[]): number | null {
  const given = scores.filter((score) => score !== null)
  return given.length === 0 ? null : given.reduce((sum, score) => sum + score, 0)
}

const whole = 10_000

function spread(weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const shares = weights.map((weight) => Math.floor((weight * whole) / sum))
  const left = whole - shares.reduce((all, share) => all + share, 0)
  const order = weights
    .map((weight, index) => ({ index, rest: (weight * whole) % sum }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

function halfUp(over: number, under: number): number {
  return Math.floor((2 * over + under) / (2 * under))
}

/** The grade of a total in hundredths: half-open intervals, from the best down. */
export function gradeOf(total: number | null, bands: readonly Band[]): string {
  if (total === null) return ''
  return bands.find(({ from }) => total >= from * 100)?.code ?? ''
}

/** Self-score and computed score, both in hundredths, differ by more than the allowed part of the full score. */
export function needsRecheck(
  self: number,
  computed: number,
  full: number,
  percent: number,
): boolean {
  return Math.abs(self - computed) * 100 > full * percent
}

/**
 * A self-score is given against the catalogue's weight, the computed score against the effective one:
 * brought to the same scale before they are compared.
 */
export function selfOnScale(self: number, weight: number, effective: number): number {
  return weight === 0 ? 0 : halfUp(self * effective, weight * 100)
}
