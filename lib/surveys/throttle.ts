import { createHmac, randomBytes } from 'node:crypto'

const minutes = 10
const period = minutes * 60_000

/** Requests and wrong codes one address may send in ten minutes: a whole meeting shares one. */
const limits = { seen: 1_200, wrong: 20 } as const

type Kind = keyof typeof limits
type Window = { key: Buffer; ends: number; counts: Map<string, number> }

let window: Window | undefined

/**
 * Counts by address, in this process's memory alone, under a keyed hash whose key is thrown away
 * with the counts every ten minutes: no address is stored anywhere, and none can be found again.
 */
function current(now: number): Window {
  if (!window || now >= window.ends) {
    window = { key: randomBytes(32), ends: now + period, counts: new Map() }
  }
  return window
}

const nameOf = ({ key }: Window, kind: Kind, address: string) =>
  createHmac('sha256', key).update(`${kind}:${address}`).digest('base64url').slice(0, 16)

/** Counts one more of a kind from an address. */
export function count(kind: Kind, address: string, now = Date.now()): void {
  const { counts, ...rest } = current(now)
  const name = nameOf({ counts, ...rest }, kind, address)
  // Beyond 100,000 addresses in ten minutes something else is wrong; memory stays bounded.
  if (counts.size < 100_000 || counts.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** Seconds an address waits; 0 when it may go on. */
export function secondsToWait(address: string, now = Date.now()): number {
  const here = current(now)
  const over = (Object.keys(limits) as Kind[]).some(
    (kind) => (here.counts.get(nameOf(here, kind, address)) ?? 0) >= limits[kind],
  )
  return over ? Math.ceil((here.ends - now) / 1_000) : 0
}

/** Where a request comes from: what the proxy in front appended last; alone on a machine, one for all. */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'direct'
}
