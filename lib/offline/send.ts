import type { Item } from './item'
import { outcomeOf } from './outcome'
import { begin, followers, nextToSend, type Outcome, settle } from './queue'

/** Where items are kept. `keep` returns undefined when the item was saved since it was read. */
export type Outbox = {
  read: () => Promise<Item[]>
  readOne: (id: string) => Promise<Item | undefined>
  keep: (item: Item) => Promise<Item | undefined>
}

/** How a round ended: everything waiting was answered, nobody is signed in, or no answer came. */
export type Round = 'done' | 'signIn' | 'unreachable'

/**
 * Sends everything that waits, one after the other. Each item is marked as on its way before it
 * leaves and settled after its answer, so that a crash at any point leads to sending it again, under
 * the same key.
 */
export async function sendAll(
  outbox: Outbox,
  post: (item: Item) => Promise<Outcome>,
  now: () => number,
): Promise<Round> {
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
    const sending = current && nextToSend([current]) && (await outbox.keep(begin(current)))
    if (!sending) {
      items = items.filter(({ id }) => id !== next.id)
      continue
    }
    const outcome = await post(sending)
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

/** One sending to the API, as the person it was written by and nobody else. */
export async function postItem(item: Item, owner: string): Promise<Outcome> {
  const { path, body } = requestOf(item)
  try {
    const response = await fetch(`/api/v1${path}`, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': item.id,
        'x-written-by': owner,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
    const type = response.headers.get('content-type')
    return outcomeOf({ status: response.status, type, body: await response.json() })
  } catch {
    return { kind: 'unreachable' }
  }
}

function requestOf({ id, kind, input }: Item): { path: string; body: object } {
  if (kind === 'visit') return { path: '/visits', body: { id, ...input } }
  const { measureId, ...body } = input
  return { path: `/measures/${measureId}/addProgress`, body }
}
