import type { Day } from '@/lib/dates'

const yearOf = (day: Day) => Number(day.slice(0, 4))

/** What stands against a yearly result: before the project began, ahead, or told already. */
export function resultIssue(
  year: number,
  { begun, today, told }: { begun: Day; today: Day; told: readonly number[] },
) {
  if (year < yearOf(begun)) return { code: 'resultTooEarly', params: { year: `${yearOf(begun)}` } }
  if (year > yearOf(today)) return { code: 'resultAhead', params: { year: `${year}` } }
  if (told.includes(year)) return { code: 'resultRepeated', params: { year: `${year}` } }
  return undefined
}
