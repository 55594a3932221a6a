import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DrawList, readList, writeList } from '@/lib/draws/list'
import { draw, drawnOf, mayCheck, orderOf, standing, withoutPair } from '@/lib/draws/rules'
import { anyList, anySeed, even, listOf, seedNo } from '@/tests/support/draw-lists'

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
