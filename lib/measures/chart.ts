import { addDays, addMonths, type Day, daysBetween } from '@/lib/dates'

/** The span a chart of measures shows: whole months around everything in it. */
export type ChartSpan = { from: Day; to: Day }

type Bar = { startOn: Day; dueOn: Day }

/** The months from the first start to the last deadline; null when there is nothing to show. */
export function chartSpan(bars: readonly Bar[]): ChartSpan | null {
  const [first] = bars.map(({ startOn }) => startOn).sort()
  const last = bars
    .map(({ dueOn }) => dueOn)
    .sort()
    .at(-1)
  if (!first || !last) return null
  const monthOf = (day: Day) => `${day.slice(0, 7)}-01`
  return { from: monthOf(first), to: addDays(addMonths(monthOf(last), 1), -1) }
}

/** Where a day stands in the span, in percent of its width; before and after it are clamped. */
export function placeOf(day: Day, span: ChartSpan): number {
  const width = daysBetween(span.from, span.to) + 1
  const at = (daysBetween(span.from, day) / width) * 100
  return Math.round(Math.min(100, Math.max(0, at)) * 100) / 100
}

/** Left edge and width of a bar, the last day included. */
export function barOf({ startOn, dueOn }: Bar, span: ChartSpan): { left: number; width: number } {
  const left = placeOf(startOn, span)
  return { left, width: Math.max(1, placeOf(addDays(dueOn, 1), span) - left) }
}
