import { z } from 'zod'
import { isId } from '@/lib/ids'

/** Empty where a form field was left blank. */
export const blank = (value: unknown) => (value === '' ? undefined : value)

/** A short line, such as a name. */
export const short = z.string().trim().max(200)

/** Ids of what an entry is linked to, each once; a single tick of a form is a list too. */
export const linkedIds = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : (value ?? [])),
  z.array(z.uuid()).max(50).transform(unique),
)

/**
 * The UUID v7 that whoever writes an entry makes for it (`newId`), and the key under which it is
 * stored once, however often it is sent.
 */
export const entryId = z.string().refine(isId, { error: 'entryIdMalformed' })

export const version = z.coerce.number().int().positive()

function unique(values: string[]): string[] {
  return [...new Set(values)].sort()
}
