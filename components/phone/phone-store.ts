import {
  dropItems,
  keepBundle,
  keepItem,
  keepOwner,
  readBundle,
  readItems,
  readMark,
  readOwner,
  readPhoto,
  readVault,
  wipe,
} from '@/lib/offline/device'
import { fetchBundle, type Greeting } from '@/lib/offline/fetch-bundle'
import type { Item } from '@/lib/offline/item'
import { makeVault, renewTerm, type Unlocking, unlock } from '@/lib/offline/lock'
import { outboxOf, postOf } from '@/lib/offline/outbox'
import { photosOf } from '@/lib/offline/queue'
import { sendAll } from '@/lib/offline/send'
import type { Bytes, DataKey } from '@/lib/offline/vault'
import { keepPage } from './keep-page'
import { initialState, type PhoneState } from './phone-state'

/** The one place that changes what the phone shows and keeps. */
export type PhoneStore = ReturnType<typeof makePhoneStore>

export function makePhoneStore() {
  let state = initialState
  const listeners = new Set<() => void>()
  const set = (change: Partial<PhoneState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  /** From the phone at once, then from the server. */
  async function start(): Promise<void> {
    if (!globalThis.crypto?.subtle || !('indexedDB' in globalThis)) {
      set({ phase: 'unable' })
      return
    }
    void keepPage().then((kept) => set({ kept }))
    const owner = await readOwner()
    const vault = owner ? await readVault(owner) : undefined
    if (vault) set({ owner, phase: 'locked', clockOffset: vault.clockOffset })
    await refresh()
  }

  /** Asks the server who is signed in and for what changed, then sends what waits. */
  async function refresh(): Promise<void> {
    if (state.phase === 'unable') return
    const { owner } = state
    const greeting = await fetchBundle(owner && (await readMark(owner)))
    await heard(greeting)
    if (state.link !== 'signedIn' || !(await send())) return
    // What arrived has moved percentages and versions.
    await heard(await fetchBundle(state.owner && (await readMark(state.owner))))
  }

  async function heard(greeting: Greeting): Promise<void> {
    const { kind, clockOffset } = greeting
    if (kind === 'unreachable' || kind === 'signedOut') {
      const phase = state.phase === 'loading' ? 'empty' : state.phase
      set({ link: kind === 'signedOut' ? 'signedOut' : 'away', phase })
      return
    }
    const usedAt = Date.now()
    if (kind === 'same') {
      if (state.owner) await renewTerm(state.owner, { usedAt, clockOffset })
      set({ link: 'signedIn', clockOffset })
      return
    }
    const { bundle, etag } = greeting
    const owner = bundle.person.id
    if (owner !== state.owner) {
      // Somebody else's data close at once; whether to set or to ask a PIN is not known yet.
      set({ owner, key: undefined, bundle: undefined, items: [], phase: 'loading' })
      await keepOwner(owner)
    }
    const openUntil = Date.parse(bundle.openUntil) - clockOffset
    const vault = await renewTerm(owner, { openUntil, usedAt, clockOffset })
    set({ link: 'signedIn', clockOffset, fetched: { bundle, etag }, phase: phaseWith(!!vault) })
    if (state.key) await takeFetched(state.key)
  }

  const phaseWith = (vault: boolean) => (!vault ? 'setUp' : state.key ? 'open' : 'locked')

  async function takeFetched(key: DataKey): Promise<void> {
    const { owner, fetched } = state
    if (!owner || !fetched) return
    await keepBundle(key, owner, fetched.bundle, fetched.etag)
    set({ bundle: fetched.bundle, fetched: undefined })
  }

  async function choosePin(pin: string): Promise<void> {
    const { owner, fetched, clockOffset } = state
    if (!owner || !fetched) return
    const openUntil = Date.parse(fetched.bundle.openUntil) - clockOffset
    const key = await makeVault(owner, pin, { openUntil, usedAt: Date.now(), clockOffset })
    const persisted = await navigator.storage?.persist?.()
    await opened(owner, key)
    set({ persisted: persisted ?? false })
  }

  async function tryPin(pin: string): Promise<Unlocking | undefined> {
    const { owner } = state
    if (!owner) return undefined
    const outcome = await unlock(owner, pin, Date.now())
    if (outcome.kind === 'open') {
      await opened(owner, outcome.key)
      set({ persisted: await navigator.storage?.persisted?.() })
      if (state.link === 'signedIn') void refresh()
    }
    if (outcome.kind === 'wiped') set({ ...afterWipe() })
    return outcome
  }

  async function opened(owner: string, key: DataKey): Promise<void> {
    const bundle = await readBundle(key, owner)
    set({ key, bundle, ...(await readItems(key, owner)) })
    await takeFetched(key)
    set({ phase: 'open' })
  }

  /**
   * Keeps an item, a photo with its bytes; undefined when it was saved elsewhere since it was read,
   * or cannot be kept.
   */
  async function keep(item: Item, bytes?: Bytes): Promise<Item | undefined> {
    const { key, owner } = state
    if (!key || !owner) return undefined
    const kept = await keepItem(key, owner, item, bytes)
    await reread()
    return kept
  }

  /** Erases an item with its photos. */
  async function drop(id: string): Promise<void> {
    await dropItems([id, ...photosOf(state.items, id).map((photo) => photo.id)])
    await reread()
  }

  const pictureOf = async (id: string) => state.key && readPhoto(state.key, id)

  async function reread(): Promise<void> {
    const { key, owner } = state
    if (key && owner) set(await readItems(key, owner))
  }

  /** Sends what waits; in one tab only, however many are open. Tells whether anything arrived. */
  async function send(): Promise<boolean> {
    const { key, owner, sending } = state
    if (!key || !owner || sending) return false
    set({ sending: true })
    let arrived = false
    const outbox = outboxOf(key, owner, (kept) => {
      set({ items: replaced(state.items, kept) })
      arrived ||= kept.state === 'sent'
    })
    const round = () => sendAll(outbox, postOf(key, owner), Date.now)
    try {
      const ended = navigator.locks
        ? await navigator.locks.request('ovop-send', round)
        : await round()
      set({ link: ended === 'done' ? 'signedIn' : ended === 'signIn' ? 'signedOut' : 'away' })
    } finally {
      set({ sending: false })
      await reread()
    }
    return arrived
  }

  function lock(): void {
    set({ key: undefined, bundle: undefined, items: [], phase: 'locked' })
  }

  /** Erases everything of this person on the phone. */
  async function erase(): Promise<void> {
    if (state.owner) await wipe(state.owner)
    set({ ...afterWipe() })
  }

  const afterWipe = (): Partial<PhoneState> => ({
    ...initialState,
    phase: 'empty',
    link: state.link === 'away' ? 'away' : 'signedOut',
  })

  return {
    snapshot: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start,
    refresh,
    choosePin,
    tryPin,
    keep,
    drop,
    readPhoto: pictureOf,
    lock,
    erase,
  }
}

function replaced(items: readonly Item[], item: Item): Item[] {
  return items.map((each) => (each.id === item.id ? item : each))
}
