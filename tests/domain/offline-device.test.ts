import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { inside } from '@/lib/offline/database'
import { dropItems, keepItem, readItems, readPhoto, readStates, wipe } from '@/lib/offline/device'
import { type Item, itemSchema } from '@/lib/offline/item'
import { unsent } from '@/lib/offline/queue'
import { makeKey } from '@/lib/offline/vault'

const item = (id: string, change: Partial<Item> = {}): Item => ({
  id,
  schema: itemSchema,
  kind: 'visit',
  state: 'queued',
  belongsTo: null,
  revision: 0,
  queuedAt: 1,
  attempts: 0,
  title: '',
  input: {},
  ...change,
})
const photo = (id: string, visit: string) => item(id, { kind: 'photo', belongsTo: visit })
const bytes = new TextEncoder().encode('street lamp, a photo of it')
const rowsOf = (store: string) => inside('readonly', (tx) => tx.objectStore(store).getAll())

test('a photo lies encrypted beside its visit, and its bytes leave once the server has it', async () => {
  const { key } = await makeKey('271828', 'anna')
  await keepItem(key, 'anna', item('v1'))
  const kept = await keepItem(key, 'anna', photo('p1', 'v1'), bytes)
  expect(await readPhoto(key, 'p1')).toEqual(bytes)
  const rows = (await rowsOf('photos')) as { sealed: { data: Uint8Array } }[]
  expect(rows).toHaveLength(1)
  expect(Buffer.from(rows[0]?.sealed.data ?? '').toString('latin1')).not.toContain('street')
  expect(unsent(await readStates('anna'))).toBe(2)
  // Moved under another id, it opens no more.
  await inside('readwrite', (tx) => tx.objectStore('photos').put({ ...rows[0], id: 'p2' }))
  await expect(readPhoto(key, 'p2')).rejects.toThrow()
  await dropItems(['p2'])

  await keepItem(key, 'anna', { ...(kept as Item), state: 'sent' })
  expect(await readPhoto(key, 'p1')).toBeUndefined()
  expect((await readItems(key, 'anna')).items.map(({ id }) => id)).toEqual(['p1', 'v1'])
})

test('a visit is erased with its photos, and a person with all of theirs', async () => {
  const { key } = await makeKey('271828', 'berta')
  await keepItem(key, 'berta', item('v3'))
  await keepItem(key, 'berta', photo('p3', 'v3'), bytes)
  await keepItem(key, 'berta', item('v4'))
  await keepItem(key, 'berta', photo('p4', 'v4'), bytes)
  await dropItems(['v3', 'p3'])
  expect(await rowsOf('photos')).toHaveLength(1)
  // Somebody else is on the phone too: the database stays, what was hers does not.
  await inside('readwrite', (tx) => tx.objectStore('vaults').put({ owner: 'anna' }))
  await wipe('berta')
  expect(await rowsOf('photos')).toEqual([])
  expect(await readStates('berta')).toEqual([])
})

test('the database of the version before is taken over with what it holds', async () => {
  await inside('readonly', () => undefined)
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('ovop-phone').onsuccess = resolve
  })
  await new Promise<void>((resolve) => {
    const request = indexedDB.open('ovop-phone', 1)
    request.onupgradeneeded = () => {
      const db = request.result
      db.createObjectStore('vaults', { keyPath: 'owner' })
      db.createObjectStore('bundles', { keyPath: 'owner' })
      db.createObjectStore('items', { keyPath: 'id' }).createIndex('owner', 'owner')
      db.createObjectStore('device').put('anna', 'owner')
    }
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
  })
  expect(await rowsOf('device')).toEqual(['anna'])
  expect(await rowsOf('photos')).toEqual([])
})
