import 'server-only'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/env'
import type { ChainHead } from './chain'
import type { Checkpoint } from './checkpoint-rules'

/**
 * A checkpoint as it lies outside the database: the signed statement, and the heads that changed
 * since the one before it. All heads are the fold of these, and are bound by the signed root.
 */
export type KeptCheckpoint = { checkpoint: Checkpoint; changed: ChainHead[] }

/** The checkpoints kept in CHECKPOINT_DIR, in their order. Throws when a file cannot be read. */
export function readCheckpoints(): KeptCheckpoint[] {
  const folder = env().CHECKPOINT_DIR
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^checkpoint-\d{6}\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as KeptCheckpoint)
}

/** Writes one checkpoint; never leaves half a file behind and never replaces one. */
export function keepCheckpoint(kept: KeptCheckpoint): void {
  const folder = env().CHECKPOINT_DIR
  mkdirSync(folder, { recursive: true })
  const file = path.join(
    folder,
    `checkpoint-${String(kept.checkpoint.number).padStart(6, '0')}.json`,
  )
  if (existsSync(file)) throw new Error(`${file} exists already`)
  const unfinished = `${file}.${process.pid}.new`
  writeFileSync(unfinished, `${JSON.stringify(kept, null, 1)}\n`)
  renameSync(unfinished, file)
}

/** All heads as of the last of these checkpoints. */
export function headsAfter(kept: readonly KeptCheckpoint[]): ChainHead[] {
  const heads = new Map(
    kept.flatMap(({ changed }) => changed.map((head) => [head.chain, head] as const)),
  )
  return [...heads.values()]
}
