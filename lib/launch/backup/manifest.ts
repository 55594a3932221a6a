import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const file = z.object({
  /** Relative to the backup's folder, with `/`. */
  path: z.string().regex(/^(data|files|checkpoints|keys)\/[\w./-]+$/),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const manifest = z.object({
  product: z.literal('one-village-one-plan'),
  format: z.literal(1),
  /** When the snapshot was taken (ISO instant): everything committed before it is in here. */
  at: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()).min(1),
      rows: z.number().int().nonnegative(),
      file,
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Tables whose rows are not carried over, see `leftOut`. */
  leftOut: z.array(z.string()),
  /** Where every chain stood: their number, their events, and the root over their heads. */
  chains: z.object({ count: z.number().int(), events: z.number().int(), root: z.string() }),
  files: z.array(file),
  checkpoints: z.array(file),
  /** The key that the checkpoints were signed with, its public half only. */
  publicKey: file.nullable(),
  /** Attachments and checkpoints that the installation itself no longer had, or only altered. */
  lost: z.array(z.string()),
})

export type Manifest = z.infer<typeof manifest>
export type BackupFile = z.infer<typeof file>

const manifestName = 'manifest.json'
const sealName = 'manifest.json.sha256'

/** The two last files of a backup: the manifest and, as `sha256sum` writes it, its own checksum. */
export function sealedManifest(content: Manifest): { name: string; text: string }[] {
  const text = `${JSON.stringify(manifest.parse(content), null, 1)}\n`
  return [
    { name: manifestName, text },
    { name: sealName, text: `${sha256(text)}  ${manifestName}\n` },
  ]
}

/** Reads the manifest of a backup; throws in words when it is missing or damaged. */
export function readManifest(folder: string): Manifest {
  for (const name of [manifestName, sealName]) {
    if (!existsSync(path.join(folder, name))) {
      throw new Error(`${folder} has no ${name}: no backup, or one that was interrupted.`)
    }
  }
  const text = readFileSync(path.join(folder, manifestName), 'utf8')
  const seal = readFileSync(path.join(folder, sealName), 'utf8').split(' ')[0]
  if (sha256(text) !== seal) throw new Error(`${manifestName} is damaged. Nothing was restored.`)
  return manifest.parse(JSON.parse(text))
}

/** Every file that a manifest names. */
export function filesOf(content: Manifest): BackupFile[] {
  const { tables, files, checkpoints, publicKey } = content
  return [
    ...tables.map((table) => table.file),
    ...files,
    ...checkpoints,
    ...(publicKey ? [publicKey] : []),
  ]
}

/** What is wrong with the files of a backup, one line each: missing, cut, too long or damaged. */
export async function damages(folder: string, content: Manifest): Promise<string[]> {
  const found: string[] = []
  for (const one of filesOf(content)) {
    const place = path.join(folder, one.path)
    const bytes = statSync(place, { throwIfNoEntry: false })?.size
    if (bytes === undefined) found.push(`${one.path} is missing`)
    else if (bytes !== one.bytes) {
      found.push(`${one.path} has ${bytes} bytes instead of ${one.bytes}`)
    } else if ((await hashOfFile(place)) !== one.sha256) found.push(`${one.path} is damaged`)
  }
  return found
}

export async function hashOfFile(place: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(place), hash)
  return hash.digest('hex')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
