import type { RuleMessage } from '@/lib/rule-message'
import type { LedgerField } from './columns'

/** What stands against a row, and in which column; words in the namespace `ledger` under `issue`. */
export type LedgerIssue = RuleMessage & { field: LedgerField }

export const issue = (
  field: LedgerField,
  code: string,
  params?: RuleMessage['params'],
): LedgerIssue => ({ field, code, ...(params && { params }) })
