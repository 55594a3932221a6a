/** Wrong PINs after which everything of this person on the phone is erased. */
export const mostTries = 10
/** Wrong PINs that cost no waiting: a slip of the finger. */
const freeTries = 3

const MINUTE = 60_000

export function isPin(value: string): boolean {
  return /^\d{6}$/.test(value)
}

/** Milliseconds to wait after so many wrong PINs in a row: 1 minute, doubled each time, at most 30. */
export function waitAfter(tries: number): number {
  return tries < freeTries ? 0 : Math.min(30, 2 ** (tries - freeTries)) * MINUTE
}

/** What a lock knows: wrong PINs in a row, and until when the next one waits. */
export type Lock = { tries: number; waitUntil: number }

/**
 * The lock after one more try, counted before the PIN is looked at, so that closing the app in
 * between saves nobody a try.
 */
export function countTry({ tries }: Lock, now: number): Lock {
  return { tries: tries + 1, waitUntil: now + waitAfter(tries + 1) }
}

/**
 * Whether the data may be opened on the phone's own clock: within the days after the last online
 * sign-in. A clock set back to before the last use opens nothing.
 */
export function isOpen(
  { openUntil, usedAt }: { openUntil: number; usedAt: number },
  now: number,
): boolean {
  const slack = 10 * MINUTE
  return now <= openUntil && now >= usedAt - slack
}
