import { createHash } from 'node:crypto'

/** A place that keeps contents under their hash: a folder, or a bucket of an object store. */
export type ContentStore = {
  /** Keeps a content; the same one is kept once. Afterwards it is there and whole. */
  keep: (sha256: string, bytes: Uint8Array) => Promise<void>
  /** What is kept under a hash, unchecked; undefined when nothing is. */
  find: (sha256: string) => Promise<Buffer<ArrayBuffer> | undefined>
}

/** The SHA-256 of a content, in hex: its name in the store. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Where a content lies in a store: two levels of folders, so that none grows too large. */
export function placeOfContent(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content hash')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}
