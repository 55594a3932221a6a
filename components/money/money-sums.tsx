import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { FundsSum } from '@/lib/funds/sums'
import { formatNumber } from '@/lib/i18n/format'

type MoneySumsProps = { sums: (FundsSum & { id: string; name: string })[]; sum: FundsSum }

/** Sums of each township in scope, and of all of them where there are several. */
export function MoneySums({ sums, sum }: MoneySumsProps) {
  const t = useTranslations('money')
  const all = { ...sum, id: 'sum', name: t('sum') }
  return (
    <Table
      caption={t('perTownship')}
      rows={sums.length > 1 ? [...sums, all] : sums}
      rowKey={({ id }) => id}
      columns={[
        { head: t('township'), main: true, cell: ({ name }) => name },
        { head: t('count'), align: 'end', cell: ({ villages }) => formatNumber(villages) },
        { head: t('officeFunds'), align: 'end', cell: (row) => formatNumber(row.officeFunds) },
        { head: t('supplement'), align: 'end', cell: (row) => formatNumber(row.supplement) },
        { head: t('total'), align: 'end', cell: ({ total }) => formatNumber(total) },
        { head: t('given'), align: 'end', cell: ({ given }) => formatNumber(given) },
      ]}
    />
  )
}
