/** The name under which everything lies in IndexedDB. */
export const databaseName = 'ovop-phone'

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 2)
  request.onupgradeneeded = ({ oldVersion }) => {
    const db = request.result
    if (oldVersion < 1) {
      db.createObjectStore('vaults', { keyPath: 'owner' })
      db.createObjectStore('bundles', { keyPath: 'owner' })
      db.createObjectStore('items', { keyPath: 'id' }).createIndex('owner', 'owner')
      db.createObjectStore('device')
    }
    if (oldVersion < 2) db.createObjectStore('photos', { keyPath: 'id' })
  }
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** One transaction; resolves with what `work` asked for once everything is on the disk. */
export async function inside<T>(
  mode: IDBTransactionMode,
  work: (tx: IDBTransaction) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  const db = await open()
  try {
    return await new Promise((resolve, reject) => {
      const tx = db.transaction([...db.objectStoreNames], mode, { durability: 'strict' })
      const request = work(tx)
      tx.oncomplete = () => resolve(request?.result)
      tx.onabort = () => reject(tx.error ?? new DOMException('', 'AbortError'))
    })
  } finally {
    db.close()
  }
}
