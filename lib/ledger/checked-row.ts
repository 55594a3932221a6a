import type { RuleMessage } from '@/lib/rule-message'
import type { LedgerIssue } from './issue'
import type { JudgedLine } from './judge-table'

/** A row as the preview shows it. */
export type CheckedRow = {
  line: number
  /** As written, and the village that was found. */
  written: string
  village: { name: string; township: string } | null
  makes: 'historical' | 'candidate' | null
  findings: number
  notes: RuleMessage[]
  issues: LedgerIssue[]
}

export function checkedRow({ line, village, making, notes, issues }: JudgedLine): CheckedRow {
  const { township = '', village: name = '' } = line.text
  return {
    line: line.line,
    written: `${township}${name}`.slice(0, 80),
    village: village ? { name: village.name, township: village.township } : null,
    makes: making?.kind ?? null,
    findings: making?.input.findings.length ?? 0,
    notes,
    issues,
  }
}
