import 'server-only'
import { readFileSync } from 'node:fs'
import { systemViewer } from '@/lib/access/system'
import { type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import type { ChainHead } from './chain'
import { headsAfter, keepCheckpoint, readCheckpoints } from './checkpoint-files'
import { compareWithChains, signCheckpoint } from './checkpoint-rules'
import { chainHeads } from './stored-events'

/**
 * Signs where every chain stands now with the key outside the database, and keeps the statement in
 * the database and in CHECKPOINT_DIR. Does nothing when no event came since the last one. Refuses
 * to sign chains that no longer contain what the last checkpoint vouched for. Returns the number,
 * or undefined when there was nothing new.
 */
export async function writeCheckpoint(now = new Date()): Promise<number | undefined> {
  return transaction(systemViewer('jobs'), async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('ovop.checkpoint'))::text`
    const kept = readCheckpoints()
    const before = headsAfter(kept)
    const heads = await chainHeads(tx)
    await refuseRewritten(tx, before)
    const known = new Map(before.map((head) => [head.chain, head.hash]))
    const changed = heads.filter((head) => known.get(head.chain) !== head.hash)
    if (changed.length === 0) return undefined
    const checkpoint = signCheckpoint(
      { at: now.toISOString(), heads, previous: kept.at(-1)?.checkpoint ?? null },
      readFileSync(env().CHECKPOINT_KEY_FILE, 'utf8'),
    )
    const { version: _, ...statement } = checkpoint
    await tx.checkpoint.createMany({
      data: [{ id: newId(), ...statement, changed }],
    })
    keepCheckpoint({ checkpoint, changed })
    return checkpoint.number
  })
}

async function refuseRewritten(tx: Tx, heads: readonly ChainHead[]): Promise<void> {
  const findings = compareWithChains(heads, await hashesAt(tx, heads))
  if (findings.length > 0) {
    throw new Error(
      `not signed: ${findings.length} chains differ from the last checkpoint (npm run verify)`,
    )
  }
}

/** The present hash of the events that a checkpoint names, and of the first event of each chain. */
export async function hashesAt(tx: Tx, heads: readonly ChainHead[]) {
  const wanted = JSON.stringify(
    heads.flatMap(({ chain, seq }) => [
      { chain, seq },
      { chain, seq: 1 },
    ]),
  )
  const rows = await tx.$queryRaw<{ chain: string; seq: number; hash: string }[]>`
    SELECT e.chain, e.seq, e.hash FROM json_to_recordset(${wanted}::json) AS w(chain text, seq int)
    JOIN events e ON e.chain = w.chain AND e.seq = w.seq`
  const present = new Map(rows.map((row) => [`${row.chain}#${row.seq}`, row.hash]))
  return (chain: string, seq: number) => present.get(`${chain}#${seq}`)
}
