import { z } from 'zod'
import { type Day, fromDay } from '@/lib/dates'
import { InvalidInput } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { type Sort, sorts } from './list-filter'

/**
 * Where a page of the list began or ended: the order it belongs to and the keys of that row;
 * `back` leads to the rows before it.
 */
export type ListCursor = {
  sort: Sort
  back?: boolean
  id: string
  paused: boolean
  redOn: Day | null
  stageSince: Day
  township: string
}

const schema = z.strictObject({
  sort: z.enum(sorts),
  back: z.boolean().optional(),
  id: z.uuid(),
  paused: z.boolean(),
  redOn: z.iso.date().nullable(),
  stageSince: z.iso.date(),
  township: z.string().regex(/^\d{9}$/),
})

export function writeCursor(cursor: ListCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** Reads a cursor of this sort. Throws `InvalidInput` for anything else. */
export function readCursor(text: string, sort: Sort): ListCursor {
  const parsed = schema.safeParse(parse(text))
  if (!parsed.success || parsed.data.sort !== sort) {
    throw new InvalidInput([{ field: 'cursor', code: 'invalid' }])
  }
  return parsed.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** Every order ends with the id, so that it is total and a cursor can continue it; newest first. */
const keys = {
  urgent: ['paused', 'redOn', 'id'],
  waiting: ['stageSince', 'id'],
  newest: ['id'],
  township: ['townshipId', 'id'],
} as const satisfies Record<Sort, readonly Key[]>
type Key = 'paused' | 'redOn' | 'stageSince' | 'townshipId' | 'id'

/** The order of a list, or the same from its end. */
export function orderOf(sort: Sort, back = false): Prisma.CaseOrderByWithRelationInput[] {
  return keys[sort].map((key) => {
    const rises = (key !== 'id') !== back
    const direction = rises ? 'asc' : 'desc'
    if (key === 'redOn') return { redOn: { sort: direction, nulls: back ? 'first' : 'last' } }
    return { [key]: direction }
  })
}

/** The rows beyond a cursor in its direction: equal in the first keys, beyond it in the next one. */
export function beyond(cursor: ListCursor): Prisma.CaseWhereInput {
  const alternatives: Prisma.CaseWhereInput[] = []
  const equal: Prisma.CaseWhereInput[] = []
  for (const key of keys[cursor.sort]) {
    const further = beyondKey(key, cursor)
    if (further) alternatives.push({ AND: [...equal, further] })
    equal.push({ [key]: keyOf(key, cursor) })
  }
  return { OR: alternatives }
}

function keyOf(key: Key, cursor: ListCursor) {
  if (key === 'redOn') return cursor.redOn && fromDay(cursor.redOn)
  if (key === 'stageSince') return fromDay(cursor.stageSince)
  if (key === 'townshipId') return cursor.township
  return cursor[key]
}

/** undefined where nothing can lie beyond: paused cases and those without a date come last. */
function beyondKey(key: Key, cursor: ListCursor): Prisma.CaseWhereInput | undefined {
  const { back = false, paused } = cursor
  if (key === 'paused') return paused === back ? { paused: !back } : undefined
  if (key === 'redOn') {
    const day = cursor.redOn && fromDay(cursor.redOn)
    if (day === null) return back ? { redOn: { not: null } } : undefined
    return back ? { redOn: { lt: day } } : { OR: [{ redOn: { gt: day } }, { redOn: null }] }
  }
  const value = keyOf(key, cursor)
  const rises = (key !== 'id') !== back
  return { [key]: rises ? { gt: value } : { lt: value } }
}
