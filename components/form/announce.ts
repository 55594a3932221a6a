import { flashEvent } from '@/lib/flash'

/** Tells the shell to look for a confirmation, for when the address does not change. */
export function announceFlash(): void {
  setTimeout(() => window.dispatchEvent(new Event(flashEvent)), 400)
}

/** A confirmation that a form shows, with where and when it came. */
export type Told = { said: string; where: string; at: number }

export function toldNow(said: string): Told {
  return { said, where: window.location.pathname, at: Date.now() }
}

/** Hands the confirmation of a form that has just gone from its page to the shell. */
export function passOn(told: Told | null): void {
  if (!told || told.where !== window.location.pathname || Date.now() - told.at > 3000) return
  window.dispatchEvent(new CustomEvent(flashEvent, { detail: told.said }))
}
