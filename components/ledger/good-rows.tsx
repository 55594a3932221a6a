'use client'
import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { CheckedRow } from '@/lib/ledger/checked-row'
import { useLedgerWords } from './issue-words'

/** Rows that can be imported: the village that was found and what each makes. */
export function GoodRows({ rows }: { rows: CheckedRow[] }) {
  const t = useTranslations('ledger')
  const words = useLedgerWords()
  return (
    <>
      <h3 className="px-4 pt-4 pb-1">{t('good')}</h3>
      <Table
        caption={t('good')}
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { head: t('line'), nowrap: true, deskOnly: true, cell: ({ line }) => line },
          {
            head: t('village'),
            main: true,
            nowrap: true,
            cell: ({ village }) => (village ? `${village.township} ${village.name}` : null),
          },
          { head: t('makes'), cell: ({ makes }) => (makes ? t(makes) : null) },
          { head: t('findings'), align: 'end', deskOnly: true, cell: ({ findings }) => findings },
          { head: t('note'), cell: ({ notes }) => notes.map(words.note).join('；') },
        ]}
      />
    </>
  )
}
