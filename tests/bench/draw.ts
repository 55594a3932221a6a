import { readList, sha256, writeList } from '@/lib/draws/list'
import { draw } from '@/lib/draws/rules'

export type DrawTimes = { villages: number; drawn: number; milliseconds: number }

/**
 * A draw of 1,000 villages of 16,550 with their inspectors, as the command makes it: the stored list is
 * read, the seed hashed, everything ordered and paired. The median of five.
 */
export function measureDraw(): DrawTimes {
  const villages = Array.from({ length: 16_550 }, (_, n) => ({
    code: String(450_000_000_000 + n),
    townshipId: String(450_000_000 + (n % 1_250)),
    lots: 1,
    name: `演示${n}村`,
  }))
  const list = writeList({
    drawId: '0199a000-0000-7000-8000-000000000001',
    rules: {
      strata: 'NONE',
      size: { kind: 'NUMBER', value: 1_000 },
      lots: { red: 1, yellow: 1, green: 1, none: 1 },
    },
    inspectors: Array.from({ length: 40 }, (_, n) => ({
      key: `I${String(n + 1).padStart(2, '0')}`,
      name: `督查${n}`,
      conflicts: [String(450_000_000 + n)],
    })),
    villages,
  })
  const times = Array.from({ length: 5 }, (_, n) => {
    const started = performance.now()
    const { drawn } = draw(readList(list), sha256(`seed ${n}`))
    return { drawn: drawn.length, milliseconds: performance.now() - started }
  }).sort((a, b) => a.milliseconds - b.milliseconds)
  const { drawn, milliseconds } = times[2] ?? { drawn: 0, milliseconds: 0 }
  return { villages: villages.length, drawn, milliseconds }
}
