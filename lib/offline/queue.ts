import type { Item, Refusal } from './item'

/** What became of one sending. */
export type Outcome =
  /** The server has it; `version` is the one its subject then had. */
  | { kind: 'stored'; version?: number }
  | { kind: 'refused'; refusal: Refusal }
  /** Nobody, or somebody else, is signed in: nothing was stored. */
  | { kind: 'signIn' }
  /** No answer of ours came: it may have been stored or not. */
  | { kind: 'unreachable' }
  /** The server broke on it: it may have been stored or not. */
  | { kind: 'failing'; refusal: Refusal }

/** After so many failures of the server an item steps aside and lets the others pass. */
const mostFailures = 5

export const waits = ({ state }: Item) => state === 'queued' || state === 'sending'

/**
 * The item to send next. Words first, the one that has waited longest; then the photos of what has
 * arrived, those that failed least first, so that one too large for the link keeps back no other.
 */
export function nextToSend(items: readonly Item[]): Item | undefined {
  const waiting = inOrder(items.filter(waits))
  const words = waiting.find(({ belongsTo }) => belongsTo === null)
  if (words) return words
  const arrived = new Set(items.filter(({ state }) => state === 'sent').map(({ id }) => id))
  return waiting
    .filter(({ belongsTo }) => belongsTo !== null && arrived.has(belongsTo))
    .toSorted((a, b) => a.attempts - b.attempts)[0]
}

/** The photos of an item, in the order in which they were taken. */
export function photosOf(items: readonly Item[], id: string): Item[] {
  return inOrder(items.filter(({ belongsTo }) => belongsTo === id))
}

/** How many items the server does not have yet; drafts count. */
export function unsent(items: readonly Pick<Item, 'state'>[]): number {
  return items.filter(({ state }) => state !== 'sent').length
}

/** Items in the order of sending. */
export function inOrder(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1))
}

/** The item as it is kept while it is on its way: a crash then finds it here and sends it again. */
export function begin(item: Item): Item {
  return { ...item, state: 'sending', attempts: item.attempts + 1, refusal: undefined }
}

/** Whether the content may still change: never while the server may already have it. */
export function mayEdit({ state, attempts }: Item): boolean {
  return state !== 'sent' && state !== 'sending' && attempts === 0
}

/**
 * What an outcome makes of the item that was sent, and whether the next one may follow. After
 * anything but an answer about the item itself the queue stops, so that order is kept.
 */
export function settle(item: Item, outcome: Outcome, now: number): { item: Item; goOn: boolean } {
  switch (outcome.kind) {
    case 'stored':
      return { item: { ...item, state: 'sent', attempts: 0, sentAt: now }, goOn: true }
    case 'refused':
      return { item: asRefused(item, outcome.refusal), goOn: true }
    case 'signIn':
      return { item: { ...item, state: 'queued', attempts: item.attempts - 1 }, goOn: false }
    case 'unreachable':
      return { item: { ...item, state: 'queued' }, goOn: false }
    case 'failing':
      return failed({ ...item, failures: (item.failures ?? 0) + 1 }, outcome.refusal)
  }
}

/** What the server breaks on again and again steps aside; it may be stored, so it stays as it is. */
function failed(item: Item, refusal: Refusal): { item: Item; goOn: boolean } {
  return (item.failures ?? 0) < mostFailures
    ? { item: { ...item, state: 'queued' }, goOn: false }
    : { item: { ...item, state: 'refused', failures: 0, refusal }, goOn: true }
}

/** A refused item sent once more as it is: what was full or broken may not be so any more. */
export function again(item: Item): Item {
  return { ...item, state: 'queued', refusal: undefined }
}

function asRefused(item: Item, refusal: Refusal): Item {
  return { ...item, state: 'refused', attempts: 0, failures: 0, refusal }
}

/**
 * Progress written later on the same measure, made to follow the version the server gave to the
 * update before it. Where somebody else changed the measure meanwhile, the server still refuses.
 */
export function followers(items: readonly Item[], sent: Item, version: number): Item[] {
  const { measureId, version: seen } = sent.input
  if (sent.kind !== 'progress') return []
  return items
    .filter((item) => item.kind === 'progress' && item.id !== sent.id && mayEdit(item))
    .filter(({ input }) => input.measureId === measureId && input.version === seen)
    .map((item) => ({ ...item, input: { ...item.input, version } }))
}
