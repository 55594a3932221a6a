import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentStore, hashOf } from '@/lib/attachments/contents'
import { readFilesSettings } from '@/lib/attachments/files-settings'
import { openStore } from '@/lib/attachments/open-store'

/* The bucket against a real server of the protocol, the folder beside it: one contract for both. */
const temporary = mkdtempSync(path.join(tmpdir(), 'ovop-s3-'))
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: path.join(temporary, 's3'),
  configureBuckets: [{ name: 'ovop' }],
})
let endpoint: string

beforeAll(async () => {
  const { port } = await server.run()
  endpoint = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await server.close()
  rmSync(temporary, { recursive: true, force: true })
})

const bucket = (change: Record<string, string> = {}) =>
  openStore(
    readFilesSettings(
      {
        FILES_S3_BUCKET: 'ovop',
        FILES_S3_ENDPOINT: endpoint,
        FILES_S3_ACCESS_KEY_ID: 'S3RVER',
        FILES_S3_SECRET_ACCESS_KEY: 'S3RVER',
        ...change,
      },
      '/nowhere',
    ),
  )
const folder = () => openStore(readFilesSettings({}, path.join(temporary, 'files')))
const content = Buffer.from('%PDF-1.7\n会议纪要\n%%EOF\n')

test.each([
  ['a bucket', bucket],
  ['a bucket shared with others', () => bucket({ FILES_S3_PREFIX: 'county/ovop/' })],
  ['a folder', folder],
])('%s keeps each content once, whole, under its hash', async (_, open) => {
  const store: ContentStore = open()
  const sha256 = hashOf(content)
  expect(await store.find(sha256)).toBeUndefined()
  await Promise.all([store.keep(sha256, content), store.keep(sha256, content)])
  await store.keep(sha256, content)
  const found = await store.find(sha256)
  expect(found && Buffer.compare(found, content)).toBe(0)
  await expect(store.find('../../etc/passwd')).rejects.toThrow('not a content hash')
})

test('a bucket that is not there is an error, not an empty store', async () => {
  const store = bucket({ FILES_S3_BUCKET: 'another' })
  await expect(store.find(hashOf(content))).rejects.toMatchObject({ name: 'NoSuchBucket' })
  await expect(store.keep(hashOf(content), content)).rejects.toThrow()
})

test('a bucket without its keys is refused at once', () => {
  expect(() => bucket({ FILES_S3_SECRET_ACCESS_KEY: '' })).toThrow('FILES_S3_SECRET_ACCESS_KEY')
})
