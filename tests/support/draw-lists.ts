import fc from 'fast-check'
import { type DrawList, sha256 } from '@/lib/draws/list'

export const even = { red: 1, yellow: 1, green: 1, none: 1 }
/** A seed for each number. */
export const seedNo = (n: number) => sha256(`seed ${n}`)

/** A list of so many villages, spread over so many townships. */
export function listOf(
  villages: number,
  townships: number,
  over: Partial<DrawList> = {},
): DrawList {
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

/** Any list with rules, lots and conflicts; two inspectors are always free. */
export const anyList = fc
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
export const anySeed = fc.integer().map(seedNo)
