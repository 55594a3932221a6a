import type { Bundle } from '@/lib/offline/bundle-schema'
import type { Item } from '@/lib/offline/item'
import type { DataKey } from '@/lib/offline/vault'

/** What the server last said: who is signed in, nobody, or nothing at all. */
export type Link = 'asking' | 'signedIn' | 'signedOut' | 'away'

export type Phase =
  | 'loading'
  /** This browser cannot encrypt or keep anything: not over HTTPS, or too old. */
  | 'unable'
  /** Nobody has used this phone yet, and nobody is signed in (or no network tells). */
  | 'empty'
  /** Somebody is signed in and chooses a PIN. */
  | 'setUp'
  | 'locked'
  | 'open'

/** Everything the pages of the phone show. */
export type PhoneState = {
  phase: Phase
  link: Link
  owner?: string
  key?: DataKey
  bundle?: Bundle
  /** Fetched before the PIN was entered. */
  fetched?: { bundle: Bundle; etag: string }
  items: readonly Item[]
  /** Items that a newer version of the app wrote. */
  newer: number
  clockOffset: number
  sending: boolean
  /** Whether this page opens without a network from now on. */
  kept: 'asking' | 'yes' | 'no'
  /** False when the browser may clear what is kept when space runs out. */
  persisted?: boolean
}

export const initialState: PhoneState = {
  phase: 'loading',
  link: 'asking',
  items: [],
  newer: 0,
  clockOffset: 0,
  sending: false,
  kept: 'asking',
}

/** The day in the county, by the server's clock as far as the phone knows it. */
export function todayOf({ clockOffset }: Pick<PhoneState, 'clockOffset'>): string {
  const now = new Date(Date.now() + clockOffset)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
}
