import type { Bundle } from './bundle-schema'
import { databaseName, inside } from './database'
import { type Item, migrate } from './item'
import type { Lock } from './pin-rules'
import {
  type Bytes,
  type DataKey,
  type Sealed,
  seal,
  sealBytes,
  unseal,
  unsealBytes,
  type Wrapped,
} from './vault'

/*
 * What the phone keeps, in IndexedDB: for every person a vault (the wrapped key), items, the bytes
 * of photos and one bundle, all but the vault encrypted. In the clear stand only ids, the state of
 * an item and times.
 */
export type Vault = Lock & {
  owner: string
  wrapped: Wrapped
  /** Milliseconds of the phone's clock. */
  openUntil: number
  usedAt: number
  /** Server's clock minus the phone's. */
  clockOffset: number
}

type ItemRow = Pick<Item, 'id' | 'schema' | 'state' | 'revision'> & {
  owner: string
  sealed: Sealed
}
type PhotoRow = { id: string; owner: string; sealed: Sealed }
type BundleRow = { owner: string; etag: string; sealed: Sealed }

/** Whose phone it is: who was last seen signed in on it. */
export const readOwner = (): Promise<string | undefined> =>
  inside('readonly', (tx) => tx.objectStore('device').get('owner'))

export const keepOwner = (owner: string) =>
  inside('readwrite', (tx) => tx.objectStore('device').put(owner, 'owner'))

export const readVault = (owner: string): Promise<Vault | undefined> =>
  inside('readonly', (tx) => tx.objectStore('vaults').get(owner))

export const keepVault = (vault: Vault) =>
  inside('readwrite', (tx) => tx.objectStore('vaults').put(vault))

/** The states of somebody's items: all that can be told without the PIN. */
export async function readStates(owner: string): Promise<Pick<Item, 'state'>[]> {
  return (await rowsOf(owner)) ?? []
}

function rowsOf(owner: string): Promise<ItemRow[] | undefined> {
  return inside('readonly', (tx) => tx.objectStore('items').index('owner').getAll(owner))
}

/** Somebody's items, and how many a newer version of the app wrote: those are left alone. */
export async function readItems(key: DataKey, owner: string) {
  const rows = (await rowsOf(owner)) ?? []
  const items = await Promise.all(rows.map((row) => openRow(key, row)))
  const known = items.filter((item) => item !== undefined)
  return { items: known, newer: items.length - known.length }
}

export async function readItem(key: DataKey, id: string): Promise<Item | undefined> {
  const row = await inside<ItemRow>('readonly', (tx) => tx.objectStore('items').get(id))
  return row && openRow(key, row)
}

async function openRow(key: DataKey, { id, owner, schema, state, revision, sealed }: ItemRow) {
  const rest = (await unseal(key, `${owner}/${id}`, sealed)) as object
  return migrate({ ...rest, id, schema, state, revision } as { schema: number })
}

/**
 * Keeps an item, unless it was saved since it was read (in another tab, or by the sending): then
 * nothing happens. Returns it as saved, or undefined. A photo is kept with its bytes the first
 * time; once the server has it, they leave the phone.
 */
export async function keepItem(
  key: DataKey,
  owner: string,
  item: Item,
  bytes?: Bytes,
): Promise<Item | undefined> {
  const { id, schema, state, revision, ...rest } = item
  const sealed = await seal(key, `${owner}/${id}`, rest)
  const next = { ...item, revision: revision + 1 }
  const row: ItemRow = { id, owner, schema, state, revision: next.revision, sealed }
  const photo: PhotoRow | undefined = bytes && {
    id,
    owner,
    sealed: await sealBytes(key, photoPlace(owner, id), bytes),
  }
  let kept = false
  await inside('readwrite', (tx) => {
    const items = tx.objectStore('items')
    const before: IDBRequest<ItemRow | undefined> = items.get(id)
    before.onsuccess = () => {
      if ((before.result?.revision ?? 0) !== revision) return
      items.put(row)
      if (photo) tx.objectStore('photos').put(photo)
      if (state === 'sent') tx.objectStore('photos').delete(id)
      kept = true
    }
    return undefined
  })
  return kept ? next : undefined
}

/** The bytes of a photo that the server does not have yet. */
export async function readPhoto(key: DataKey, id: string): Promise<Bytes | undefined> {
  const row = await inside<PhotoRow>('readonly', (tx) => tx.objectStore('photos').get(id))
  return row && unsealBytes(key, photoPlace(row.owner, id), row.sealed)
}

const photoPlace = (owner: string, id: string) => `${owner}/${id}/photo`

/** Erases items, with the bytes of those that are photos: all of them or none. */
export const dropItems = (ids: readonly string[]) =>
  inside('readwrite', (tx) => {
    for (const id of ids) {
      tx.objectStore('items').delete(id)
      tx.objectStore('photos').delete(id)
    }
    return undefined
  })

/** The mark of the bundle that is kept, for asking whether there is a newer one. */
export async function readMark(owner: string): Promise<string | undefined> {
  const row = await inside<BundleRow>('readonly', (tx) => tx.objectStore('bundles').get(owner))
  return row?.etag
}

export async function readBundle(key: DataKey, owner: string): Promise<Bundle | undefined> {
  const row = await inside<BundleRow>('readonly', (tx) => tx.objectStore('bundles').get(owner))
  return row && ((await unseal(key, owner, row.sealed)) as Bundle)
}

export async function keepBundle(key: DataKey, owner: string, bundle: Bundle, etag: string) {
  const row: BundleRow = { owner, etag, sealed: await seal(key, owner, bundle) }
  await inside('readwrite', (tx) => tx.objectStore('bundles').put(row))
}

/**
 * Erases everything of one person: vault, bundle, items, and with nobody else's data left the whole
 * database, the kept pages and the service worker.
 */
export async function wipe(owner: string): Promise<void> {
  let others = 0
  await inside('readwrite', (tx) => {
    tx.objectStore('vaults').delete(owner)
    tx.objectStore('bundles').delete(owner)
    tx.objectStore('device').delete('owner')
    const own = tx.objectStore('items').index('owner').openKeyCursor(owner)
    own.onsuccess = () => {
      if (!own.result) return
      tx.objectStore('items').delete(own.result.primaryKey)
      tx.objectStore('photos').delete(own.result.primaryKey)
      own.result.continue()
    }
    const left = tx.objectStore('vaults').count()
    left.onsuccess = () => {
      others = left.result
    }
    return undefined
  })
  if (others > 0) return
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(databaseName)
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
  for (const cache of await caches.keys()) await caches.delete(cache)
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(workers.map((worker) => worker.unregister()))
}

/** Whether anything of this person is on the phone; makes no database where there is none. */
export async function isKept(owner: string): Promise<boolean> {
  if (!('indexedDB' in globalThis)) return false
  const known = await indexedDB.databases()
  if (!known.some((database) => database.name === databaseName)) return false
  return (await readVault(owner)) !== undefined
}
