import type { Msg } from '@/lib/form-state'

/** The shape in which items are kept on the phone today; `migrate` brings older ones up to it. */
export const itemSchema = 2

/** Why the server refused an item: its sentence, and what is wrong with which field. */
export type Refusal = { code: string; detail: string; fields: Record<string, Msg[]> }

/**
 * Where an item is: being written; waiting for a network; on its way, or sent without an answer
 * yet; stored by the server; refused by it, and to be corrected here.
 */
export type ItemState = 'draft' | 'queued' | 'sending' | 'sent' | 'refused'

export type ItemKind = 'visit' | 'progress' | 'record' | 'check' | 'photo'

/** Something written on the phone. Its id is the key under which the server stores it once. */
export type Item = {
  id: string
  schema: number
  kind: ItemKind
  state: ItemState
  /** The item a photo belongs to: it leaves only after that one arrived, and goes where it goes. */
  belongsTo: string | null
  /** How often this very row was saved on the phone: two tabs never overwrite each other. */
  revision: number
  /** Milliseconds; the order of sending. */
  queuedAt: number
  /** Sendings whose outcome is not known: while there are any, the content must stay as it is. */
  attempts: number
  /** How often in a row the server broke on it. */
  failures?: number
  /** What the list shows: village and what it is about. */
  title: string
  input: Record<string, unknown>
  refusal?: Refusal
  sentAt?: number
}

/** Brings a stored item from the shape at its index to the next one. */
export type Migration = (older: Record<string, unknown>) => Record<string, unknown>

/** From shape 1 on, in order; a new shape adds its step here and never changes an older one. */
const migrations: readonly Migration[] = [(older) => ({ ...older, belongsTo: null })]

/**
 * A stored item in today's shape. Undefined when a newer version of the app wrote it: it is left
 * as it is until that version is back.
 */
export function migrate(
  stored: { schema: number },
  steps: readonly Migration[] = migrations,
): Item | undefined {
  const latest = steps.length + 1
  if (stored.schema > latest) return undefined
  const upgraded = steps
    .slice(stored.schema - 1)
    .reduce<Record<string, unknown>>((older, step) => step(older), { ...stored })
  return { ...upgraded, schema: latest } as Item
}
