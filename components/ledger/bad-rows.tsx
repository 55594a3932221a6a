'use client'
import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { CheckedRow } from '@/lib/ledger/checked-row'
import { useLedgerWords } from './issue-words'

/** Rows that are not imported, each with every reason. */
export function BadRows({ rows }: { rows: CheckedRow[] }) {
  const t = useTranslations('ledger')
  const words = useLedgerWords()
  return (
    <>
      <h3 className="px-4 pt-2 pb-1">{t('bad')}</h3>
      <Table
        caption={t('bad')}
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { head: t('line'), nowrap: true, cell: ({ line }) => line },
          { head: t('written'), main: true, nowrap: true, cell: ({ written }) => written || '—' },
          {
            head: t('reason'),
            cell: ({ issues }) =>
              issues.map((issue) => (
                <span key={words.issue(issue)} className="block text-red">
                  ✕ {words.issue(issue)}
                </span>
              )),
          },
        ]}
      />
    </>
  )
}
