import type { FundsDue } from './rules'

type Line = { due: FundsDue | null; given: number | null }

/** Sums over villages, in yuan; villages whose population is not known are counted, not guessed. */
export function sumOf(lines: readonly Line[]) {
  const add = (part: (line: Line) => number) => lines.reduce((sum, line) => sum + part(line), 0)
  return {
    villages: lines.length,
    unknown: lines.filter(({ due }) => due === null).length,
    officeFunds: add(({ due }) => due?.officeFunds ?? 0),
    supplement: add(({ due }) => due?.supplement ?? 0),
    total: add(({ due }) => (due ? due.officeFunds + due.supplement : 0)),
    given: add(({ given }) => given ?? 0),
    recorded: lines.filter(({ given }) => given !== null).length,
  }
}

export type FundsSum = ReturnType<typeof sumOf>
