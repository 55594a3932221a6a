import 'server-only'
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The hash of an entry as it was sent, whatever the order of its fields. */
export function sentHash(input: object): string {
  const text = canonicalize(input) as string
  return createHash('sha256').update(text).digest('hex')
}
