import 'server-only'
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { newId } from '@/lib/ids'
import { type ContentStore, placeOfContent } from './contents'

/**
 * Contents in a folder. Written aside and renamed, so that a file under its name is always whole. A
 * content whose transaction fails stays behind unreferenced and harms nobody.
 */
export function diskStore(folder: string): ContentStore {
  const placeOf = (sha256: string) =>
    path.join(/* turbopackIgnore: true */ folder, placeOfContent(sha256))
  return {
    keep: async (sha256, bytes) => {
      const place = placeOf(sha256)
      if (!(await exists(place))) await writeAside(place, bytes)
    },
    find: async (sha256) =>
      readFile(placeOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      }),
  }
}

async function writeAside(place: string, bytes: Uint8Array): Promise<void> {
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

async function exists(place: string): Promise<boolean> {
  return access(place, constants.F_OK).then(
    () => true,
    () => false,
  )
}
