import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Viewer } from '@/lib/access/viewer-types'
import { env } from '@/lib/env'
import { RuleBroken } from '@/lib/errors'
import type { LedgerTable } from './read-table'

/** A checked ledger on its way through the browser. */
export type Sent = {
  /** Made at the check: what is sent twice is stored once. */
  importId: string
  file: string
  sha256: string
  /** The lines shown as good; what is imported must be exactly these. */
  good: number[]
  table: LedgerTable
}

/**
 * Seals a ledger for this person and batch, so that what comes back is what was read: rows, name
 * and hash of the file.
 */
export function sealed(viewer: Viewer, batchId: string, sent: Sent) {
  const text = JSON.stringify(sent)
  return { sent: text, seal: markOf(viewer, batchId, text) }
}

/** The ledger of a seal that holds. Throws `RuleBroken` otherwise. */
export function unsealed(viewer: Viewer, batchId: string, sent: string, seal: string): Sent {
  const [wanted, given] = [markOf(viewer, batchId, sent), seal].map((text) => Buffer.from(text))
  if (!wanted || !given || wanted.length !== given.length || !timingSafeEqual(wanted, given)) {
    throw new RuleBroken('sheetChanged')
  }
  return JSON.parse(sent) as Sent
}

function markOf(viewer: Viewer, batchId: string, text: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`ledger\n${viewer.userId}\n${batchId}\n`)
    .update(text)
    .digest('base64url')
}
