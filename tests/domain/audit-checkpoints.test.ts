import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainHead, type SealedEvent, verifyChain } from '@/lib/audit/chain'
import {
  type Checkpoint,
  compareWithChains,
  headsRoot,
  newKeyPair,
  signCheckpoint,
  unvouched,
  verifyCheckpoints,
  verifyHeads,
} from '@/lib/audit/checkpoint-rules'
import { anyEvents, seal } from '../support/chains'

const keys = newKeyPair()
const at = '2026-03-03T19:00:00.000Z'
const heads: ChainHead[] = [
  { chain: 'case:b', seq: 4, hash: 'bb' },
  { chain: 'case:a', seq: 2, hash: 'aa' },
  { chain: 'batch:1', seq: 9, hash: 'cc' },
]
const row = (length: number, key = keys.privateKey) => {
  const made: Checkpoint[] = []
  for (let day = 1; day <= length; day += 1) {
    const grown = heads.map((head) => ({ ...head, seq: head.seq + day }))
    made.push(signCheckpoint({ at, heads: grown, previous: made.at(-1) ?? null }, key))
  }
  return made
}
const codes = (findings: { code: string }[]) => findings.map((finding) => finding.code)
const hashesOf = (chains: readonly SealedEvent[][]) => (chain: string, seq: number) =>
  chains.flat().find((event) => event.chain === chain && event.seq === seq)?.hash
const headOf = (events: readonly SealedEvent[]) =>
  events.slice(-1).map(({ chain, seq, hash }) => ({ chain, seq, hash }))

describe('the root', () => {
  it('does not depend on the order, and on everything else', () => {
    const root = headsRoot(heads)
    expect(headsRoot(heads.toReversed())).toBe(root)
    expect(headsRoot(heads.slice(1))).not.toBe(root)
    for (const change of [{ chain: 'case:c' }, { seq: 5 }, { hash: 'bc' }]) {
      expect(headsRoot(heads.with(0, { ...heads[0], ...change } as ChainHead))).not.toBe(root)
    }
  })
  it('refuses two heads of one chain', () => {
    expect(() => headsRoot([...heads, ...heads])).toThrow(RangeError)
  })
  it('binds the heads kept beside a checkpoint', () => {
    const checkpoint = signCheckpoint({ at, heads, previous: null }, keys.privateKey)
    expect(verifyHeads(checkpoint, heads.toReversed())).toEqual([])
    for (const wrong of [[], heads.slice(1), [...heads, ...heads]]) {
      expect(verifyHeads(checkpoint, wrong)).toEqual([{ code: 'rootWrong', number: 1 }])
    }
  })
})

describe('the row of checkpoints', () => {
  it('is sound as it was signed', () => {
    expect(verifyCheckpoints([], keys.publicKey)).toEqual([])
    expect(verifyCheckpoints(row(4), keys.publicKey)).toEqual([])
    expect(row(3).map(({ number }) => number)).toEqual([1, 2, 3])
  })
  it('survives being written as JSON', () => {
    expect(verifyCheckpoints(JSON.parse(JSON.stringify(row(2))), keys.publicKey)).toEqual([])
  })
  it('shows any change of any field', () => {
    const [checkpoint] = row(1)
    for (const field of Object.keys(checkpoint ?? {})) {
      const value = field === 'number' || field === 'count' ? 77 : 'YWJj'
      const changed = { ...checkpoint, [field]: value } as Checkpoint
      expect(verifyCheckpoints([changed], keys.publicKey)).not.toEqual([])
    }
  })
  it('shows a checkpoint taken out, or put elsewhere', () => {
    const [one, two, three] = row(3) as [Checkpoint, Checkpoint, Checkpoint]
    expect(codes(verifyCheckpoints([one, three], keys.publicKey))).toEqual(['checkpointMissing'])
    expect(codes(verifyCheckpoints([two, three], keys.publicKey))).toEqual(['checkpointMissing'])
    expect(codes(verifyCheckpoints([two, one, three], keys.publicKey))).toContain(
      'checkpointMissing',
    )
  })
  it('does not take a checkpoint of another key', () => {
    const other = newKeyPair()
    expect(codes(verifyCheckpoints(row(1, other.privateKey), keys.publicKey))).toEqual([
      'keyUnknown',
    ])
    const [forged] = row(1, other.privateKey)
    const [own] = row(1)
    const posing = { ...forged, keyId: own?.keyId } as Checkpoint
    expect(codes(verifyCheckpoints([posing], keys.publicKey))).toEqual(['signatureWrong'])
  })
})

describe('chains held against a checkpoint', () => {
  const name = 'case:1'
  const grown = fc
    .tuple(anyEvents(name, { minLength: 1, maxLength: 10 }), fc.nat(9))
    .map(([events, cut]) => ({
      before: seal(events.slice(0, 1 + (cut % events.length))),
      after: seal(events),
    }))

  it('finds nothing when a chain only grew, and names what is new', () => {
    fc.assert(
      fc.property(grown, ({ before, after }) => {
        expect(compareWithChains(headOf(before), hashesOf([after]))).toEqual([])
        const window = { chain: name, fromSeq: before.length + 1, toSeq: after.length }
        expect(unvouched(headOf(before), headOf(after))).toEqual(
          after.length > before.length ? [window] : [],
        )
      }),
    )
  })

  it('finds a chain that was edited and recomputed as a whole', () => {
    fc.assert(
      fc.property(grown, fc.nat(), ({ before, after }, pick) => {
        const place = pick % before.length
        const edited = after.map((event, index) =>
          index === place ? { ...event, details: { changed: pick } } : event,
        )
        fc.pre(JSON.stringify(edited) !== JSON.stringify(after))
        const forged = seal(edited)
        expect(verifyChain(name, forged, forged.at(-1) ?? null)).toEqual([])
        expect(codes(compareWithChains(headOf(before), hashesOf([forged])))).toEqual([
          'chainDiffers',
        ])
      }),
    )
  })

  it('finds a deletion or an insertion behind a recomputed chain', () => {
    fc.assert(
      fc.property(grown, fc.nat(), ({ before, after }, pick) => {
        const place = pick % before.length
        const shorter = seal(after.toSpliced(place, 1))
        expect(compareWithChains(headOf(before), hashesOf([shorter]))).not.toEqual([])
        const extra = { ...(after[place] as SealedEvent), id: 'forged' }
        const longer = seal(after.toSpliced(place, 0, extra))
        expect(codes(compareWithChains(headOf(before), hashesOf([longer])))).toEqual([
          'chainDiffers',
        ])
      }),
    )
  })

  it('tells a missing chain from a shorter one', () => {
    const head = [{ chain: name, seq: 3, hash: 'x' }]
    expect(compareWithChains(head, () => undefined)).toEqual([
      { code: 'chainMissing', chain: name, seq: 3 },
    ])
    expect(compareWithChains(head, (_, seq) => (seq < 3 ? 'y' : undefined))).toEqual([
      { code: 'chainShorter', chain: name, seq: 3 },
    ])
  })

  it('vouches for nothing of a chain that began since', () => {
    expect(unvouched([], [{ chain: name, seq: 2, hash: 'x' }])).toEqual([
      { chain: name, fromSeq: 1, toSeq: 2 },
    ])
  })
})
