import { flashEvent } from '@/lib/flash'

/** Tells the shell to look for a confirmation, for when the address does not change. */
export function announceFlash(): void {
  setTimeout(() => window.dispatchEvent(new Event(flashEvent)), 400)
}
