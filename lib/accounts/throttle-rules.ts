const minute = 60_000

/** Failures that are free; from here on every further one doubles the wait. */
const freeFailures = 5
const longestMinutes = 60
/** After a day without a failure counting starts over. */
const forgetAfter = 24 * 60 * minute

export type Throttle = { failures: number; lockedUntil: Date | null; updatedAt: Date }

/** Minutes an account waits after so many failures in a row: 0 below 5, then 1, 2, 4 … 60. */
export function lockMinutes(failures: number): number {
  return failures < freeFailures ? 0 : Math.min(2 ** (failures - freeFailures), longestMinutes)
}

/** Minutes that are still to wait, rounded up; 0 when an attempt is allowed. */
export function minutesToWait(throttle: Throttle | undefined, now: Date): number {
  const until = throttle?.lockedUntil?.getTime() ?? 0
  return Math.max(0, Math.ceil((until - now.getTime()) / minute))
}

/** The throttle after one more failure. */
export function afterFailure(before: Throttle | undefined, now: Date): Throttle {
  const fresh = !before || now.getTime() - before.updatedAt.getTime() > forgetAfter
  const failures = (fresh ? 0 : before.failures) + 1
  const minutes = lockMinutes(failures)
  return {
    failures,
    lockedUntil: minutes > 0 ? new Date(now.getTime() + minutes * minute) : null,
    updatedAt: now,
  }
}
