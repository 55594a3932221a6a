import { flashEvent } from '@/lib/flash'

/** Tells the shell to look for a confirmation, for when the address does not change. */
export function announceFlash(): void {
  setTimeout(() => window.dispatchEvent(new Event(flashEvent)), 400)
}

/** A confirmation that a form shows, with where and when it came. */
export type Told = { said: string; where: string; at: number }

/** Several forms may go at once, of which the page is to repeat only what was said last. */
let last: Told | null = null

export function toldNow(said: string): Told {
  last = { said, where: window.location.pathname, at: Date.now() }
  return last
}

/** Hands the confirmation of a form that has just gone from its page to the shell. */
export function passOn(told: Told | null): void {
  if (!told || told !== last) return
  if (told.where !== window.location.pathname || Date.now() - told.at > 3000) return
  window.dispatchEvent(new CustomEvent(flashEvent, { detail: told.said }))
}
