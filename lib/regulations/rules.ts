import type { Day } from '@/lib/dates'
import type { RegulationCode } from './codes'

type Period = { adoptedOn: Day; endedOn: Day | null }

/** In force from the day it was adopted up to, not including, the day it ended. */
export function inForce({ adoptedOn, endedOn }: Period, on: Day): boolean {
  return adoptedOn <= on && (endedOn === null || on < endedOn)
}

/** Which of the required regulations a village does not have in force on a day. */
export function missingRegulations(
  required: readonly RegulationCode[],
  held: readonly (Period & { code: string })[],
  on: Day,
): RegulationCode[] {
  return required.filter((code) => !held.some((one) => one.code === code && inForce(one, on)))
}
