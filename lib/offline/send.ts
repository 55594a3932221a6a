import type { Item } from './item'
import { begin, followers, nextToSend, type Outcome, settle, waits } from './queue'

/** Where items are kept. `keep` returns undefined when the item was saved since it was read. */
export type Outbox = {
  read: () => Promise<Item[]>
  readOne: (id: string) => Promise<Item | undefined>
  keep: (item: Item) => Promise<Item | undefined>
}

/** Sends one item; of a photo, `parent` is what it belongs to. */
export type Post = (item: Item, parent: Item | undefined) => Promise<Outcome>

/** How a round ended: everything waiting was answered, nobody is signed in, or no answer came. */
export type Round = 'done' | 'signIn' | 'unreachable'

/**
 * Sends everything that waits, one after the other. Each item is marked as on its way before it
 * leaves and settled after its answer, so that a crash at any point leads to sending it again, under
 * the same key.
 */
export async function sendAll(outbox: Outbox, post: Post, now: () => number): Promise<Round> {
  let items = await outbox.read()
  for (;;) {
    const next = nextToSend(items)
    if (!next) {
      // What was written meanwhile.
      items = await outbox.read()
      if (!nextToSend(items)) return 'done'
      continue
    }
    const current = await outbox.readOne(next.id)
    const sending = current && waits(current) && (await outbox.keep(begin(current)))
    if (!sending) {
      // Another tab was faster; what comes next is what is true now.
      items = await outbox.read()
      continue
    }
    const outcome = await post(
      sending,
      items.find(({ id }) => id === sending.belongsTo),
    )
    const { item, goOn } = settle(sending, outcome, now())
    await outbox.keep(item)
    if (!goOn) return outcome.kind === 'signIn' ? 'signIn' : 'unreachable'
    items = items.map((each) => (each.id === item.id ? item : each))
    if (outcome.kind !== 'stored' || outcome.version === undefined) continue
    for (const later of followers(items, item, outcome.version)) {
      const kept = await outbox.keep(later)
      if (kept) items = items.map((each) => (each.id === kept.id ? kept : each))
    }
  }
}
