import { createHash, createHmac } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DrawExport } from '@/lib/draws/export'
import { type DrawList, readList, sha256, writeList } from '@/lib/draws/list'
import { offlineScript } from '@/lib/draws/offline-script'
import { normalPublicNumber } from '@/lib/draws/public-number'
import { recompute } from '@/lib/draws/recompute'
import { draw, drawnOf, mayCheck, orderOf, seedOf, standing, withoutPair } from '@/lib/draws/rules'

const even = { red: 1, yellow: 1, green: 1, none: 1 }
const seedNo = (n: number) => sha256(`seed ${n}`)

/** A list of so many villages, spread over so many townships. */
function listOf(villages: number, townships: number, over: Partial<DrawList> = {}): DrawList {
  return {
    drawId: '0199a000-0000-7000-8000-000000000001',
    rules: { strata: 'TOWNSHIP', size: { kind: 'NUMBER', value: 2 }, lots: even },
    inspectors: ['I01', 'I02', 'I03', 'I04'].map((key) => ({
      key,
      name: `甲${key}`,
      conflicts: [],
    })),
    villages: Array.from({ length: villages }, (_, n) => ({
      code: String(450223000000 + n),
      townshipId: String(450223000 + (n % townships)),
      lots: 1,
      name: `村${n}`,
    })),
    ...over,
  }
}

const anyList = fc
  .record({
    villages: fc.integer({ min: 1, max: 60 }),
    townships: fc.integer({ min: 1, max: 6 }),
    strata: fc.constantFrom('TOWNSHIP' as const, 'NONE' as const),
    kind: fc.constantFrom('NUMBER' as const, 'SHARE' as const),
    value: fc.integer({ min: 1, max: 100 }),
    lots: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60, maxLength: 60 }),
    conflicts: fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 10 }),
  })
  .map(({ villages, townships, strata, kind, value, lots, conflicts }) => {
    const plain = listOf(villages, townships)
    return {
      ...plain,
      rules: { strata, size: { kind, value }, lots: { ...even, red: 9 } },
      inspectors: plain.inspectors.map((inspector, n) => ({
        ...inspector,
        conflicts: n === 0 ? [...new Set(conflicts.map((c) => String(450223000000 + c)))] : [],
      })),
      villages: plain.villages.map((village, n) => ({ ...village, lots: lots[n] ?? 1 })),
    }
  })
const anySeed = fc.integer().map(seedNo)

describe('the frozen list', () => {
  test('reads back as it was written, in one order whatever order it came in', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const text = writeList(list)
        expect(writeList(readList(text))).toBe(text)
        expect(writeList({ ...list, villages: list.villages.toReversed() })).toBe(text)
      }),
    )
  })

  test('a tab or a line end in a name cannot forge a line', () => {
    const list = listOf(1, 1)
    const named = { ...list, villages: [{ ...list.villages[0], name: '村\t9\n450223999999' }] }
    expect(readList(writeList(named as DrawList)).villages).toHaveLength(1)
  })

  test.each(['', 'ovop-draw/2\n', writeList(listOf(3, 1)).replace('villages\t3', 'villages\t2')])(
    'what is not of the form is refused',
    (text) => expect(() => readList(text)).toThrow(),
  )
})

describe('a draw', () => {
  test('is the same again from the same list and seed, and another from another seed', () => {
    const list = listOf(200, 5)
    expect(draw(list, seedNo(1))).toEqual(draw(list, seedNo(1)))
    expect(draw(list, seedNo(1))).not.toEqual(draw(list, seedNo(2)))
  })

  test('orders by HMAC-SHA-256(seed, code)', () => {
    const list = listOf(30, 1)
    const key = Buffer.from(seedNo(3), 'hex')
    const expected = list.villages
      .map(({ code }) => code)
      .sort((a, b) => {
        const [x, y] = [a, b].map((code) => createHmac('sha256', key).update(code).digest('hex'))
        return (x ?? '') < (y ?? '') ? -1 : 1
      })
    expect(
      orderOf(list, seedNo(3))
        .values()
        .next()
        .value?.map(({ code }) => code),
    ).toEqual(expected)
  })

  test('takes of every stratum its number, no village twice, none from outside', () => {
    fc.assert(
      fc.property(anyList, anySeed, (list, seed) => {
        const { drawn } = draw(list, seed)
        expect(new Set(drawn.map(({ code }) => code)).size).toBe(drawn.length)
        const strata = Map.groupBy(list.villages, (village) =>
          list.rules.strata === 'NONE' ? '' : village.townshipId,
        )
        for (const [stratum, inside] of strata) {
          const here = drawn.filter((one) => one.stratum === stratum)
          expect(here).toHaveLength(drawnOf(inside.length, list.rules))
          for (const { code } of here) expect(inside.map((one) => one.code)).toContain(code)
        }
      }),
    )
  })

  test('gives each village two different inspectors without a conflict, the work spread evenly', () => {
    fc.assert(
      fc.property(anyList, anySeed, (list, seed) => {
        const { drawn } = draw(list, seed)
        const load = new Map(list.inspectors.map(({ key }) => [key, 0]))
        for (const { code, inspectors } of drawn) {
          const village = list.villages.find((one) => one.code === code)
          expect(new Set(inspectors).size).toBe(2)
          for (const key of inspectors) {
            const inspector = list.inspectors.find((one) => one.key === key)
            expect(inspector && village && mayCheck(inspector, village)).toBe(true)
            load.set(key, (load.get(key) ?? 0) + 1)
          }
        }
        const free = [...load].filter(([key]) => key !== 'I01').map(([, count]) => count)
        expect(Math.max(...free) - Math.min(...free)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test.each([
    [10, { kind: 'NUMBER', value: 3 }, 3],
    [2, { kind: 'NUMBER', value: 3 }, 2],
    [10, { kind: 'SHARE', value: 25 }, 3],
    [1, { kind: 'SHARE', value: 1 }, 1],
    [8, { kind: 'SHARE', value: 100 }, 8],
  ] as const)('of %d villages %o are %d', (stratum, size, count) => {
    expect(drawnOf(stratum, { strata: 'TOWNSHIP', size, lots: even })).toBe(count)
  })

  test('names the villages for which no pair is free', () => {
    const list = listOf(4, 2)
    const inspectors = list.inspectors.map((one, n) => ({
      ...one,
      conflicts: n > 0 ? ['450223001'] : [],
    }))
    expect(withoutPair({ ...list, inspectors }).map(({ townshipId }) => townshipId)).toEqual([
      '450223001',
      '450223001',
    ])
    expect(withoutPair(list)).toEqual([])
  })
})

describe('replacements', () => {
  test('take the next of the same stratum, and are the same again', () => {
    fc.assert(
      fc.property(anyList, anySeed, fc.nat(), (list, seed, pick) => {
        const { drawn } = draw(list, seed)
        const out = drawn[pick % drawn.length]
        const order = orderOf(list, seed).get(out?.stratum ?? '') ?? []
        const next = order[drawn.filter((one) => one.stratum === out?.stratum).length]
        if (!out || !next) return
        const { replacements } = draw(list, seed, [out.code])
        expect(replacements).toMatchObject([{ out: out.code, in: next.code }])
        const now = standing(drawn, replacements)
        expect(now).toHaveLength(drawn.length)
        expect(now.map(({ code }) => code)).not.toContain(out.code)
        expect(now.map(({ code }) => code)).toContain(next.code)
      }),
    )
  })

  test('a village replaced does not come back, and a used-up stratum is refused', () => {
    const list = listOf(4, 1)
    const [first = { code: '' }, second = { code: '' }] = draw(list, seedNo(1)).drawn
    const outs = [first.code, second.code]
    const { replacements } = draw(list, seedNo(1), outs)
    expect(new Set([...outs, ...replacements.map((one) => one.in)]).size).toBe(4)
    const spent = [...outs, replacements[0]?.in ?? '']
    expect(() => draw(list, seedNo(1), spent)).toThrow('no village left')
    expect(() => draw(list, seedNo(1), [first.code, first.code])).toThrow('not in the result')
  })
})

/** Pearson's statistic of counts that should be in these proportions. */
function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  const sum = counts.reduce((all, one) => all + one, 0)
  return counts.reduce((all, count, n) => {
    const expected = sum * (shares[n] ?? 0)
    return all + (count - expected) ** 2 / expected
  }, 0)
}

describe('10,000 draws', () => {
  const draws = 10_000
  const slow = 60_000
  const codesOf = (list: DrawList) => list.villages.map(({ code }) => code)

  test(
    'draw every village first equally often, and five of twenty equally often (chi-square)',
    () => {
      const list = listOf(20, 1, {
        rules: { strata: 'NONE', size: { kind: 'NUMBER', value: 5 }, lots: even },
      })
      const codes = codesOf(list)
      const [first, among] = [codes.map(() => 0), codes.map(() => 0)]
      for (let n = 0; n < draws; n++) {
        const { drawn } = draw(list, seedNo(n))
        drawn.forEach(({ code }, place) => {
          const at = codes.indexOf(code)
          among[at] = (among[at] ?? 0) + 1
          if (place === 0) first[at] = (first[at] ?? 0) + 1
        })
      }
      const shares = codes.map(() => 1 / codes.length)
      // 19 degrees of freedom: a fair draw stays below 43.8 in 999 of 1,000 such tests. Drawing 5 of
      // 20 without putting back varies less by the factor (20 − 5) / (20 − 1).
      expect(chiSquare(first, shares)).toBeLessThan(43.8)
      expect(chiSquare(among, shares) / (15 / 19)).toBeLessThan(43.8)
      // A fair draw is not more even than chance either.
      expect(chiSquare(first, shares)).toBeGreaterThan(5.4)
    },
    slow,
  )

  test(
    'draw a village with three lots three times as often (chi-square)',
    () => {
      const plain = listOf(10, 1, {
        rules: {
          strata: 'NONE',
          size: { kind: 'NUMBER', value: 1 },
          lots: { ...even, red: 3 },
        },
      })
      const list = {
        ...plain,
        villages: plain.villages.map((village, n) => ({ ...village, lots: n < 3 ? 3 : 1 })),
      }
      const codes = codesOf(list)
      const counts = codes.map(() => 0)
      for (let n = 0; n < draws; n++) {
        const at = codes.indexOf(draw(list, seedNo(n)).drawn[0]?.code ?? '')
        counts[at] = (counts[at] ?? 0) + 1
      }
      // 9 degrees of freedom: 27.9.
      const shares = list.villages.map(({ lots }) => lots / 16)
      expect(chiSquare(counts, shares)).toBeLessThan(27.9)
    },
    slow,
  )

  test(
    'draw every pair of inspectors equally often (chi-square)',
    () => {
      const list = listOf(1, 1)
      const counts = new Map<string, number>()
      for (let n = 0; n < draws; n++) {
        const pair = draw(list, seedNo(n)).drawn[0]?.inspectors.toSorted().join() ?? ''
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
      expect(counts.size).toBe(6)
      // 5 degrees of freedom: 20.5.
      expect(
        chiSquare(
          [...counts.values()],
          [...counts].map(() => 1 / 6),
        ),
      ).toBeLessThan(20.5)
    },
    slow,
  )
})

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
