import type { RuleMessage } from '@/lib/rule-message'
import { issue, type LedgerIssue } from './issue'
import { formIssues, type Grounds, type JudgedCase, judgeLine, type Making } from './judge-line'
import { type KnownVillage, matchVillage, type VillageBook } from './match-village'
import type { LedgerLine } from './read-table'

/** A row with the village it means, before it is known what else there is of that village. */
export type MatchedLine = {
  line: LedgerLine
  village?: KnownVillage
  notes: RuleMessage[]
  issues: LedgerIssue[]
}

export type JudgedLine = MatchedLine & { making?: Making }

/** Finds the village of every row; two rows of one village are refused both. */
export function matchLines(lines: readonly LedgerLine[], book: VillageBook): MatchedLine[] {
  const matched = lines.map((line): MatchedLine => {
    const issues = formIssues(line)
    const { township, village } = line.text
    if (!township || !village) return { line, notes: [], issues }
    const match = matchVillage(book, township, village)
    if ('issue' in match) return { line, notes: [], issues: [...issues, match.issue] }
    return { line, village: match.village, notes: match.note ? [match.note] : [], issues }
  })
  const byVillage = Map.groupBy(matched, ({ village }) => village?.id)
  for (const [id, rows] of byVillage) {
    if (id === undefined || rows.length === 1) continue
    for (const row of rows) {
      const others = rows.filter((one) => one !== row).map((one) => one.line.line)
      row.issues.push(issue('village', 'repeated', { lines: others.join('、') }))
    }
  }
  return matched
}

/** Judges every row whose village was found, on top of what stands against it already. */
export function judgeLines(
  matched: readonly MatchedLine[],
  cases: ReadonlyMap<string, readonly JudgedCase[]>,
  grounds: Grounds,
): JudgedLine[] {
  return matched.map((row) => {
    if (!row.village) return row
    const judged = judgeLine(row.line, row.village, cases.get(row.village.id) ?? [], grounds)
    const issues = [...row.issues, ...judged.issues]
    const notes = [...row.notes, ...judged.notes]
    return { ...row, notes, issues, making: issues.length === 0 ? judged.making : undefined }
  })
}
