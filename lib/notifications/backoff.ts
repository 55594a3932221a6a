const minute = 60_000
const hour = 60 * minute

/** Pauses before the next try: three and a half days in all, so that a day's outage loses nothing. */
const pauses = [
  minute,
  5 * minute,
  15 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
  24 * hour,
  24 * hour,
]

/** When to try again after so many tries; undefined gives up. */
export function nextTry(attempts: number, now: Date): Date | undefined {
  const pause = pauses[attempts - 1]
  return pause === undefined ? undefined : new Date(now.getTime() + pause)
}

/** While one try runs nobody else makes another; a worker that died is overtaken after this. */
export const lease = 2 * minute
