'use client'
import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/lib/i18n/format'
import { withInnerQuotes } from '@/lib/i18n/quoted'
import { titleOf } from '@/lib/ledger/headings'
import type { LedgerIssue } from '@/lib/ledger/issue'
import type { RuleMessage } from '@/lib/rule-message'

/** Says why a row is refused, naming the column as the sheet does, and what there is to note. */
export function useLedgerWords() {
  const t = useTranslations('ledger')
  const locale = useLocale()
  const said = (under: 'issue' | 'notes', { code, params = {} }: RuleMessage) => {
    const values = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? formatDay(value, locale) : value,
    ])
    return t(`${under}.${code}` as never, withInnerQuotes(Object.fromEntries(values)) as never)
  }
  return {
    issue: (issue: LedgerIssue) =>
      t('byField', { field: titleOf(issue.field), text: said('issue', issue) }),
    note: (note: RuleMessage) => said('notes', note),
  }
}
