import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DrawExport } from '@/lib/draws/export'
import { sha256, writeList } from '@/lib/draws/list'
import { offlineScript } from '@/lib/draws/offline-script'
import { normalPublicNumber } from '@/lib/draws/public-number'
import { recompute } from '@/lib/draws/recompute'
import { draw, seedOf } from '@/lib/draws/rules'
import { anyList, anySeed, listOf } from '@/tests/support/draw-lists'

describe('the seed', () => {
  test('is SHA-256 over the random part, a line end and the public number', () => {
    const random = 'ab'.repeat(32)
    const expected = createHash('sha256').update(`${random}\n03 08 15`).digest('hex')
    expect(seedOf(random, '03 08 15')).toBe(expected)
  })

  test.each([
    ['03 08 15 22 27 31 + 09', '03 08 15 22 27 31 09'],
    ['０３，０８，１５', '03 08 15'],
    ['3291.45', '3291 45'],
    ['20261123', '20261123'],
    [' 2026 / 11 ', '2026 11'],
    ['1234', undefined],
    ['', undefined],
    ['十二三', undefined],
    ['12345 abc', undefined],
    ['-12345', undefined],
    ['12345\n67', '12345 67'],
    ['1'.repeat(61), undefined],
  ])('%j is the public number %j', (given, expected) => {
    expect(normalPublicNumber(given)).toBe(expected)
  })
})

describe('recomputing', () => {
  const list = listOf(40, 4)
  const random = 'cd'.repeat(32)
  const seed = seedOf(random, '12345 67')
  const first = draw(list, seed).drawn[0]?.code ?? ''
  const { drawn, replacements } = draw(list, seed, [first])
  const sound: DrawExport = {
    format: 'ovop-draw/1',
    id: list.drawId,
    round: '第1轮',
    number: 1,
    list: writeList(list),
    listSha256: sha256(writeList(list)),
    frozenOn: '2026-11-20',
    random,
    publicSource: '双色球',
    publicOn: '2026-11-22',
    publicNumber: '12345 67',
    seed,
    result: drawn,
    replacements: replacements.map((one) => ({
      ...one,
      reason: '道路中断',
      byName: '韦启明',
      on: '2026-11-23',
    })),
  }
  const failing = (given: DrawExport) =>
    recompute(given).flatMap(({ part, holds }) => (holds === true ? [] : part))

  test('finds nothing in a sound draw', () => expect(failing(sound)).toEqual([]))

  test('finds whatever was changed', () => {
    const moved = { ...sound, result: sound.result.toReversed() }
    const other = { ...sound, list: sound.list.replace('村5', '村六') }
    const later = { ...sound, publicNumber: '12345 68' }
    const early = { ...sound, publicOn: '2026-11-20' }
    const swapped = sound.replacements.map((one) => ({ ...one, in: sound.result[5]?.code ?? '' }))
    expect(failing(moved)).toEqual(['result'])
    expect(failing(other)).toEqual(['list'])
    expect(failing({ ...other, listSha256: sha256(other.list) })).toEqual([])
    expect(failing(later)).toEqual(['seed'])
    expect(failing(early)).toEqual(['days'])
    expect(failing({ ...sound, replacements: swapped })).toEqual(['replacements'])
    expect(failing({ ...sound, id: '0199a000-0000-7000-8000-000000000002' })).toEqual(['list'])
  })

  test('says which steps are still to come', () => {
    const frozen = { ...sound, random: null, seed: null, publicOn: null, result: [] }
    expect(recompute({ ...frozen, replacements: [] }).map(({ holds }) => holds)).toEqual([
      true,
      'open',
      'open',
      'open',
      'open',
    ])
  })

  describe('by the offline page, in plain JavaScript', () => {
    const again = (given: DrawExport) =>
      runInNewContext(`${offlineScript}; check(JSON.parse(text)).parts.map(String)`, {
        text: JSON.stringify(given),
      }) as string[]

    test('agrees with a sound draw, and finds what was changed', () => {
      const all = ['list', 'days', 'seed', 'result', 'replacements']
      expect([...again(sound)]).toEqual(all.map((part) => `${part},true`))
      const moved = { ...sound, result: sound.result.toReversed() }
      expect([...again(moved)]).toContain('result,false')
      const other = { ...sound, list: sound.list.replace('村5', '村六') }
      expect([...again(other)]).toContain('list,false')
      expect([...again({ ...sound, publicNumber: '1' })]).toContain('seed,false')
    })

    test('draws what the product draws, from any list and seed', () => {
      fc.assert(
        fc.property(anyList, anySeed, (given, from) => {
          const text = writeList(given)
          const redrawn = runInNewContext(
            `${offlineScript}; JSON.stringify(redraw(parse(text), seed, []).drawn)`,
            { text, seed: from },
          )
          expect(JSON.parse(redrawn)).toEqual(draw(given, from).drawn)
        }),
        { numRuns: 25 },
      )
    })
  })
})
