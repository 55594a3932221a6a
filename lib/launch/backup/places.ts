import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { ContentStore } from '@/lib/attachments/contents'
import { readFilesSettings } from '@/lib/attachments/files-settings'
import { openStore } from '@/lib/attachments/open-store'

/** Where an installation keeps what lies outside its database. */
export type Places = {
  files: string
  /** Where attachments are kept: that folder, or a bucket. */
  contents: ContentStore
  checkpoints: string
  publicKey: string
}

/** From the variables of a program that works on the installation. */
export function placesOf(environment: Record<string, string | undefined>): Places {
  const { FILES_DIR, CHECKPOINT_DIR, CHECKPOINT_PUBLIC_KEY_FILE } = environment
  if (!FILES_DIR || !CHECKPOINT_DIR || !CHECKPOINT_PUBLIC_KEY_FILE) {
    throw new Error('The folders of this installation are not known.')
  }
  return {
    files: path.resolve(FILES_DIR),
    contents: openStore(readFilesSettings(environment, path.resolve(FILES_DIR))),
    checkpoints: path.resolve(CHECKPOINT_DIR),
    publicKey: path.resolve(CHECKPOINT_PUBLIC_KEY_FILE),
  }
}

/** True when there is no file anywhere below a folder. */
export function holdsNothing(folder: string): boolean {
  if (!existsSync(folder)) return true
  return !readdirSync(folder, { recursive: true, withFileTypes: true }).some((one) => one.isFile())
}
