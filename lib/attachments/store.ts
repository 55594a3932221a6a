import 'server-only'
import { env } from '@/lib/env'
import { type ContentStore, hashOf } from './contents'
import { openStore } from './open-store'

let opened: ContentStore | undefined

function store(): ContentStore {
  opened ??= openStore(env())
  return opened
}

/** Keeps a content under its hash, before the transaction that names it commits. */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes)
  await store().keep(sha256, bytes)
  return sha256
}

/** Reads a kept content; one that no longer is what was put in is never handed out. */
export async function readKept(sha256: string): Promise<Buffer<ArrayBuffer>> {
  const bytes = await store().find(sha256)
  if (!bytes) throw new Error(`the stored file ${sha256} is missing`)
  if (hashOf(bytes) !== sha256) throw new Error(`the stored file ${sha256} has been altered`)
  return bytes
}
