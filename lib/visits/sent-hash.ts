import 'server-only'
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { LogVisit } from './schema'

/** The hash of a visit as it was sent, whatever the order of its fields. */
export function sentHash(input: LogVisit): string {
  const text = canonicalize(input) as string
  return createHash('sha256').update(text).digest('hex')
}
