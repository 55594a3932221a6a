import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Item, itemSchema, migrate } from '@/lib/offline/item'
import {
  again,
  begin,
  followers,
  mayEdit,
  nextToSend,
  type Outcome,
  settle,
} from '@/lib/offline/queue'
import { type Outbox, sendAll } from '@/lib/offline/send'

function item(n: number, change: Partial<Item> = {}): Item {
  return {
    id: `item-${String(n).padStart(3, '0')}`,
    schema: itemSchema,
    kind: 'visit',
    state: 'queued',
    belongsTo: null,
    revision: 1,
    queuedAt: n,
    attempts: 0,
    title: '',
    input: { found: `第 ${n} 次` },
    ...change,
  }
}

const refusal = { code: 'wrongStage', detail: '案件已销号。', fields: {} }

/** An outbox in memory that saves only what was not saved meanwhile, like the one of the phone. */
function outboxOf(items: Item[]): Outbox & { all: () => Item[] } {
  const kept = new Map(items.map((each) => [each.id, each]))
  return {
    all: () => [...kept.values()],
    read: async () => [...kept.values()],
    readOne: async (id) => kept.get(id),
    keep: async (next) => {
      if (kept.get(next.id)?.revision !== next.revision) return undefined
      const saved = { ...next, revision: next.revision + 1 }
      kept.set(next.id, saved)
      return saved
    },
  }
}

/** What can go wrong with one sending. */
const fault = fc.constantFrom(
  'fine',
  'fine',
  'lostOnTheWay',
  'answerLost',
  'sentTwice',
  'signedOut',
  'crashBefore',
  'crashAfter',
  'serverBroke',
)

class Crash extends Error {}

describe('sending', () => {
  test('whatever is dropped, doubled or killed, each item arrives once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        fc.array(fault, { maxLength: 60 }),
        async (refuses, faults) => {
          const items = refuses.map((refused, n) => item(n, { input: { refused } }))
          const outbox = outboxOf(items)
          const stored: string[] = []
          const store = (sent: Item): Outcome => {
            if (sent.input.refused) return { kind: 'refused', refusal }
            if (!stored.includes(sent.id)) stored.push(sent.id)
            return { kind: 'stored', version: 1 }
          }
          const left = [...faults]
          const post = async (sent: Item): Promise<Outcome> => {
            const what = left.shift() ?? 'fine'
            if (what === 'lostOnTheWay') return { kind: 'unreachable' }
            if (what === 'signedOut') return { kind: 'signIn' }
            if (what === 'crashBefore') throw new Crash()
            const outcome = store(sent)
            if (what === 'sentTwice') return store(sent)
            if (what === 'answerLost') return { kind: 'unreachable' }
            if (what === 'crashAfter') throw new Crash()
            if (what === 'serverBroke') return { kind: 'failing', refusal }
            return outcome
          }
          for (let round = 0; round < 200 && nextToSend(outbox.all()); round++) {
            await sendAll(outbox, post, () => 1).catch((error) => {
              if (!(error instanceof Crash)) throw error
            })
          }
          const wanted = items.filter(({ input }) => !input.refused).map(({ id }) => id)
          // Only an item the server broke on five times steps aside, and may have been stored.
          const aside = outbox
            .all()
            .filter((each) => each.state === 'refused' && !each.input.refused)
          expect(stored.toSorted()).toEqual(wanted)
          if (aside.length === 0) expect(stored).toEqual(wanted)
          for (const each of outbox.all()) {
            const answered = each.state === 'sent' || each.state === 'refused'
            expect(answered).toBe(true)
            if (each.input.refused) {
              expect(each).toMatchObject({ state: 'refused', refusal })
              // Nor may one be changed on which the server broke: it may have been stored.
              expect(mayEdit(each)).toBe(each.attempts === 0)
            }
          }
        },
      ),
    )
  })

  test('two senders at once, without a lock: still stored once each, and in the end all are sent', async () => {
    const outbox = outboxOf([item(1), item(2), item(3)])
    const stored: string[] = []
    const post = async ({ id }: Item): Promise<Outcome> => {
      if (!stored.includes(id)) stored.push(id)
      return { kind: 'stored' }
    }
    await Promise.all([sendAll(outbox, post, () => 1), sendAll(outbox, post, () => 1)])
    expect(stored).toEqual(['item-001', 'item-002', 'item-003'])
    expect(outbox.all().map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  })

  test('an item corrected while others are sent leaves in its new words', async () => {
    const outbox = outboxOf([item(1), item(2)])
    const said: unknown[] = []
    await sendAll(
      outbox,
      async (sent) => {
        said.push(sent.input.found)
        const second = outbox.all().find(({ id }) => id === 'item-002')
        if (sent.id === 'item-001' && second) {
          await outbox.keep({ ...second, input: { found: '改过的' } })
        }
        return { kind: 'stored' }
      },
      () => 1,
    )
    expect(said).toEqual(['第 1 次', '改过的'])
  })
})

describe('one sending', () => {
  test('what may have been stored is not changed any more, what was surely not is', () => {
    const sending = begin(item(1))
    expect(mayEdit(sending)).toBe(false)
    expect(mayEdit(settle(sending, { kind: 'unreachable' }, 1).item)).toBe(false)
    expect(mayEdit(settle(sending, { kind: 'signIn' }, 1).item)).toBe(true)
    expect(mayEdit(settle(sending, { kind: 'refused', refusal }, 1).item)).toBe(true)
    expect(mayEdit(settle(sending, { kind: 'stored' }, 1).item)).toBe(false)
  })

  test('an item on which the server breaks five times steps aside', () => {
    let current = item(1)
    for (let n = 1; n <= 5; n++) {
      const { item: next, goOn } = settle(begin(current), { kind: 'failing', refusal }, 1)
      expect([next.state, goOn]).toEqual(n < 5 ? ['queued', false] : ['refused', true])
      current = next
    }
    // The server may have it all the same: it can be sent again, not changed.
    expect(mayEdit(current)).toBe(false)
    expect(nextToSend([again(current)])?.id).toBe(current.id)
  })

  test('no answers are not taken for failures of the server', () => {
    let current = item(1)
    for (let n = 1; n <= 9; n++) current = settle(begin(current), { kind: 'unreachable' }, 1).item
    expect(settle(begin(current), { kind: 'failing', refusal }, 1).item.state).toBe('queued')
  })

  test('later progress on the same measure follows the version the server gave', () => {
    const on = (n: number, measureId: string, change: Partial<Item> = {}) =>
      item(n, { kind: 'progress', input: { measureId, version: 3 }, ...change })
    const first = on(1, 'a')
    const others = [
      on(2, 'a'),
      on(3, 'b'),
      on(4, 'a', { attempts: 1 }),
      on(5, 'a', { input: { measureId: 'a', version: 2 } }),
    ]
    expect(followers([first, ...others], first, 4)).toEqual([
      { ...others[0], input: { measureId: 'a', version: 4 } },
    ])
  })
})

describe('photos', () => {
  const visit = item(5)
  const photo = (n: number, change: Partial<Item> = {}) =>
    item(n, { kind: 'photo', belongsTo: visit.id, ...change })

  test('wait for what they belong to, whatever becomes of it, and let all words go first', () => {
    expect(nextToSend([photo(1)])).toBeUndefined()
    for (const state of ['draft', 'refused'] as const) {
      expect(nextToSend([photo(1), { ...visit, state }])).toBeUndefined()
    }
    expect(nextToSend([photo(1), visit, item(9)])?.id).toBe(visit.id)
    const arrived = { ...visit, state: 'sent' as const }
    expect(nextToSend([photo(1), arrived, item(9)])?.id).toBe('item-009')
    expect(nextToSend([photo(2), photo(1), arrived])?.id).toBe('item-001')
  })

  test('that failed stand behind those that did not', () => {
    const arrived = { ...visit, state: 'sent' as const }
    expect(nextToSend([photo(1, { attempts: 1 }), photo(2), arrived])?.id).toBe('item-002')
  })

  test('are sent again alone: neither the visit nor the other photos', async () => {
    const outbox = outboxOf([visit, photo(1), photo(2), photo(3)])
    const posted: string[] = []
    const post = async ({ id }: Item, parent: Item | undefined): Promise<Outcome> => {
      posted.push(id)
      if (id !== visit.id) expect(parent?.id).toBe(visit.id)
      if (id === 'item-003') return { kind: 'refused', refusal }
      const first = posted.filter((each) => each === id).length === 1
      return id === 'item-001' && first ? { kind: 'unreachable' } : { kind: 'stored' }
    }
    expect(await sendAll(outbox, post, () => 1)).toBe('unreachable')
    expect(await sendAll(outbox, post, () => 1)).toBe('done')
    expect(posted).toEqual(['item-005', 'item-001', 'item-002', 'item-003', 'item-001'])
    const refused = outbox.all().filter(({ state }) => state === 'refused')
    expect(refused).toMatchObject([{ id: 'item-003', refusal }])
    expect(refused.map(mayEdit)).toEqual([true])
  })
})

describe('a new version of the app', () => {
  const steps = [
    (older: Record<string, unknown>) => ({ ...older, two: true }),
    (older: Record<string, unknown>) => ({ ...older, three: older.two }),
  ]
  test('brings older items up to its shape, step by step', () => {
    expect(migrate({ ...item(1), schema: 1 }, steps)).toMatchObject({
      schema: 3,
      two: true,
      three: true,
    })
    expect(migrate({ ...item(1), schema: 3 }, steps)).toEqual({ ...item(1), schema: 3 })
  })
  test('leaves alone what a newer one wrote', () => {
    expect(migrate({ ...item(1), schema: 4 }, steps)).toBeUndefined()
    expect(migrate(item(1))).toEqual(item(1))
  })
  test('knows items from before there were photos', () => {
    const { belongsTo: _, ...older } = item(1)
    expect(migrate({ ...older, schema: 1 })).toEqual(item(1))
  })
})
