import { z } from 'zod'
import { InvalidInput } from '@/lib/errors'
import { type Sort, sorts } from './list-filter'

/** Where a page of the list ended: the sort it belongs to and the last row's keys. */
export type ListCursor = {
  sort: Sort
  id: string
  paused: boolean
  redOn: string | null
  stageSince: string
}

const schema = z.strictObject({
  sort: z.enum(sorts),
  id: z.uuid(),
  paused: z.boolean(),
  redOn: z.iso.date().nullable(),
  stageSince: z.iso.date(),
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
