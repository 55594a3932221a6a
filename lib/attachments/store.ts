import 'server-only'
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'

/** The SHA-256 of a content, in hex: its name in the store. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Where a content lies: two levels of folders, so that no folder grows too large. */
function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content hash')
  return path.join(env().FILES_DIR, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/**
 * Keeps a content under its hash. Written aside and renamed, so that a file under its name is
 * always whole; the same content is kept once. A content whose transaction fails stays behind
 * unreferenced and harms nobody.
 */
export async function keepFile(sha256: string, bytes: Uint8Array): Promise<void> {
  const place = placeOf(sha256)
  if (await exists(place)) return
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  const aside = `${place}.${newId()}`
  try {
    const file = await open(aside, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, place)
  } finally {
    await rm(aside, { force: true })
  }
}

/** Reads a kept content; one that no longer is what was put in is never handed out. */
export async function readKept(sha256: string): Promise<Buffer<ArrayBuffer>> {
  const bytes = await readFile(placeOf(sha256))
  if (hashOf(bytes) !== sha256) throw new Error(`the stored file ${sha256} has been altered`)
  return bytes
}

async function exists(place: string): Promise<boolean> {
  return access(place, constants.F_OK).then(
    () => true,
    () => false,
  )
}
