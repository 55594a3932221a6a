import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '@/lib/audit/canonical'
import {
  type ChainEvent,
  eventHash,
  GENESIS,
  type SealedEvent,
  verifyChain,
} from '@/lib/audit/chain'
import { anyEvents, seal } from '../support/chains'

const chain = 'case:1'
const anyChain = anyEvents(chain, { minLength: 1, maxLength: 8 }).map(seal)
const headOf = (events: readonly SealedEvent[]) => events.at(-1) ?? null
const codes = (events: readonly SealedEvent[], head = headOf(events)) =>
  verifyChain(chain, events, head).map((finding) => finding.code)
/** A chain and a place in it. */
const withPlace = anyChain.chain((events) =>
  fc.tuple(fc.constant(events), fc.nat(events.length - 1)),
)
const swap = (events: readonly SealedEvent[], one: number, two: number) =>
  events.map((event, index) => events[index === one ? two : index === two ? one : index] ?? event)

const sample: ChainEvent = {
  id: '01234567-89ab-7000-8000-000000000000',
  chain,
  seq: 1,
  at: '2026-03-03T08:00:00.000Z',
  occurredOn: '2026-03-03',
  kind: 'planReturned',
  origin: 'USER',
  actorId: 'a',
  actorName: '韦某',
  actorRole: 'COUNTY_OFFICE',
  actorOrganisationId: 'o',
  actorOrganisation: '县委组织部',
  countyId: '450223',
  townshipId: '450223201',
  caseId: 'c',
  internal: false,
  details: { reason: '措施不具体' },
}

describe('the hash of an event', () => {
  it('is fixed for ever: kept chains must stay verifiable', () => {
    expect(eventHash(GENESIS, sample)).toMatchInlineSnapshot(
      `"d2279921214c938c86833dc2bef051c46cead5190ad24c27aec41ada2d0ceb59"`,
    )
  })
  it('ignores columns that are not of the event', () => {
    expect(eventHash(GENESIS, { ...sample, search: 'x' } as ChainEvent)).toBe(
      eventHash(GENESIS, sample),
    )
  })
  it('depends on every field and on the event before', () => {
    const hash = eventHash(GENESIS, sample)
    expect(eventHash('1'.repeat(64), sample)).not.toBe(hash)
    const other = { seq: 2, at: '2026-03-03T08:00:00.001Z', details: { reason: '' } }
    for (const field of Object.keys(sample)) {
      const change = { [field]: other[field as keyof typeof other] ?? 'x' }
      expect(eventHash(GENESIS, { ...sample, ...change })).not.toBe(hash)
    }
  })
  it('refuses an instant that the database would round', () => {
    for (const at of ['2026-03-03T08:00:00Z', '2026-03-03T08:00:00.000000Z', '2026-03-03']) {
      expect(() => eventHash(GENESIS, { ...sample, at })).toThrow(TypeError)
    }
  })
})

describe('verifying a chain', () => {
  it('finds nothing in a chain as it was recorded', () => {
    expect(codes([])).toEqual([])
    fc.assert(fc.property(anyChain, (events) => codes(events).length === 0))
  })

  it('finds any edit of any field', () => {
    const fields = Object.keys(sample) as (keyof ChainEvent)[]
    const edits = fc.tuple(withPlace, fc.constantFrom(...fields), fc.jsonValue())
    fc.assert(
      fc.property(edits, ([[events, place], field, value]) => {
        const edited = events.map((event, index) =>
          index === place ? { ...event, [field]: value } : event,
        )
        fc.pre(canonical(edited[place]?.[field]) !== canonical(events[place]?.[field]))
        expect(codes(edited)).not.toEqual([])
      }),
    )
  })

  it('finds an edit whose own hash was recomputed', () => {
    fc.assert(
      fc.property(withPlace, ([events, place]) => {
        const edited = events.map((event, index) => {
          if (index !== place) return event
          const changed = { ...event, details: { changed: true } }
          return { ...changed, hash: eventHash(changed.prevHash, changed) }
        })
        expect(verifyChain(chain, edited, headOf(events)).map((finding) => finding.code)).toContain(
          place === events.length - 1 ? 'headDiffers' : 'linkBroken',
        )
      }),
    )
  })

  it('finds any deletion, the last one by the head', () => {
    fc.assert(
      fc.property(withPlace, ([events, place]) => {
        const left = events.filter((_, index) => index !== place)
        const found = codes(left, headOf(events))
        expect(found).toContain(place === events.length - 1 ? 'headDiffers' : 'seqUnexpected')
      }),
    )
  })

  it('finds any reordering, numbered anew or not', () => {
    const places = anyEvents(chain, { minLength: 2, maxLength: 8 })
      .map(seal)
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.uniqueArray(fc.nat(events.length - 1), { minLength: 2, maxLength: 2 }),
        ),
      )
    fc.assert(
      fc.property(places, ([events, [one, two]]) => {
        const moved = swap(events, one ?? 0, two ?? 0)
        expect(codes(moved, headOf(events))).toContain('seqUnexpected')
        const numbered = moved.map((event, index) => ({ ...event, seq: index + 1 }))
        expect(codes(numbered, headOf(events))).toContain('hashWrong')
      }),
    )
  })

  it('finds any insertion, even one that hashes well', () => {
    fc.assert(
      fc.property(withPlace, ([events, place]) => {
        const prevHash = events[place - 1]?.hash ?? GENESIS
        const forged = { ...sample, seq: place + 1 }
        const inserted = { ...forged, prevHash, hash: eventHash(prevHash, forged) }
        const longer = events.toSpliced(place, 0, inserted)
        expect(codes(longer, headOf(events))).toContain('seqUnexpected')
        expect(codes(longer, headOf(events))).toContain('linkBroken')
        expect(codes([...events, inserted], headOf(events))).not.toEqual([])
      }),
    )
  })

  it('finds an event of another chain, and a chain without its head', () => {
    const events = seal([sample, { ...sample, chain: 'case:2' }])
    expect(verifyChain(chain, events, headOf(events))).toEqual([
      { code: 'otherChain', chain, seq: 2 },
    ])
    expect(verifyChain(chain, seal([sample]), null)).toEqual([
      { code: 'headDiffers', chain, seq: 0 },
    ])
    expect(verifyChain(chain, [], { seq: 3, hash: 'x' })).toEqual([
      { code: 'headDiffers', chain, seq: 3 },
    ])
  })
})
