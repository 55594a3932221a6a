import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { copyFile, open, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { hashOf, placeOfContent } from '@/lib/attachments/contents'
import { withClient } from '../roles'
import { chainsIn, leftOut, sequencesIn, tablesIn } from './catalogue'
import { type BackupFile, hashOfFile, type Manifest, sealedManifest } from './manifest'
import type { Places } from './places'

type Log = (line: string) => void
type Options = { ownerUrl: string; places: Places; folder: string; log: Log }

/**
 * Writes a backup of an installation that may be at work: every table out of one snapshot of the
 * database, then the attachments, checkpoints and public key that this snapshot knows. A content is
 * stored before its transaction commits, so whatever the snapshot names exists by then. The manifest
 * comes last: a folder without one is no backup. Returns the manifest.
 */
export async function makeBackup({ ownerUrl, places, folder, log }: Options): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty. Name a folder of its own for each backup.`)
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return withClient(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // A role that policies bind would leave rows out unseen: refuse instead.
    await client.query("SET LOCAL row_security = off; SET LOCAL timezone = 'UTC'")
    const { rows } = await client.query<{ at: Date }>('SELECT now() AS at')
    const data = await saveTables(client, folder, log)
    const attachments = await saveContents(client, places, folder, log)
    const { checkpoints, publicKey, gone } = await saveCheckpoints(client, places, folder, log)
    const content: Manifest = {
      product: 'one-village-one-plan',
      format: 1,
      at: (rows[0]?.at ?? new Date()).toISOString(),
      ...data,
      chains: await chainsIn(client),
      leftOut: [...leftOut],
      files: attachments.files,
      checkpoints,
      publicKey,
      lost: [...attachments.lost, ...gone],
    }
    for (const { name, text } of sealedManifest(content)) {
      await writeDurably(path.join(folder, name), text)
    }
    return content
  })
}

async function saveTables(client: pg.Client, folder: string, log: Log) {
  const migrations = await client.query<{ name: string; checksum: string }>(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  )
  mkdirSync(path.join(folder, 'data'))
  const tables: Manifest['tables'] = []
  for (const { name, columns } of await tablesIn(client)) {
    const to = `data/${name}.copy.gz`
    const names = columns.map((column) => client.escapeIdentifier(column)).join(', ')
    const source = client.query(
      copyTo(`COPY public.${client.escapeIdentifier(name)} (${names}) TO STDOUT`),
    )
    const file = await save(folder, to, source, createGzip())
    tables.push({ name, columns, rows: source.rowCount, file })
    log(`  ${name}: ${source.rowCount} rows, ${file.bytes} bytes`)
  }
  return { migrations: migrations.rows, tables, sequences: await sequencesIn(client) }
}

async function saveContents(client: pg.Client, places: Places, folder: string, log: Log) {
  const { rows } = await client.query<{ sha256: string }>(
    `SELECT sha256 FROM attachments UNION SELECT thumbnail_sha256 FROM attachments
      WHERE thumbnail_sha256 IS NOT NULL UNION SELECT sha256 FROM documents WHERE sha256 <> ''
      UNION SELECT f ->> 'sha256' FROM notice_replies, jsonb_array_elements(files) f ORDER BY 1`,
  )
  const files: BackupFile[] = []
  const lost: string[] = []
  for (const [index, { sha256 }] of rows.entries()) {
    const bytes = await places.contents.find(sha256)
    if (bytes && hashOf(bytes) === sha256) {
      const to = `files/${placeOfContent(sha256)}`
      mkdirSync(path.dirname(path.join(folder, to)), { recursive: true })
      await writeFile(path.join(folder, to), bytes, { flag: 'wx', mode: 0o600 })
      files.push({ path: to, bytes: bytes.length, sha256 })
    } else {
      lost.push(sha256)
      log(`  LOST: attachment ${sha256} is missing or altered where files are kept`)
    }
    if ((index + 1) % 500 === 0) log(`  ${index + 1} of ${rows.length} contents`)
  }
  log(`  ${files.length} contents of attachments`)
  return { files, lost }
}

/** The checkpoints up to the snapshot: later ones would vouch for events that are not in it. */
async function saveCheckpoints(client: pg.Client, places: Places, folder: string, log: Log) {
  const { rows } = await client.query<{ number: number }>(
    'SELECT number FROM checkpoints ORDER BY number',
  )
  const checkpoints: BackupFile[] = []
  const gone: string[] = []
  for (const { number } of rows) {
    const name = `checkpoint-${String(number).padStart(6, '0')}.json`
    const from = path.join(places.checkpoints, name)
    if (existsSync(from)) checkpoints.push(await copy(from, folder, `checkpoints/${name}`))
    else {
      gone.push(name)
      log(`  LOST: ${name} is missing in ${places.checkpoints}`)
    }
  }
  log(`  ${checkpoints.length} checkpoints`)
  const publicKey = existsSync(places.publicKey)
    ? await copy(places.publicKey, folder, 'keys/checkpoint.pub.pem')
    : null
  return { checkpoints, publicKey, gone }
}

async function copy(from: string, folder: string, to: string): Promise<BackupFile> {
  const place = path.join(folder, to)
  mkdirSync(path.dirname(place), { recursive: true })
  await copyFile(from, place)
  return { path: to, bytes: (await stat(place)).size, sha256: await hashOfFile(place) }
}

/** Streams into a file of the backup, counting and hashing what is written. */
async function save(
  folder: string,
  to: string,
  source: NodeJS.ReadableStream,
  packed: Transform,
): Promise<BackupFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const place = path.join(folder, to)
  await pipeline(source, packed, counted, createWriteStream(place, { flush: true, mode: 0o600 }))
  return { path: to, bytes, sha256: hash.digest('hex') }
}

async function writeDurably(place: string, text: string): Promise<void> {
  const file = await open(place, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
