import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { DemoMark } from '@/components/village/demo-mark'
import type { FundsDue } from '@/lib/funds/rules'
import { formatNumber } from '@/lib/i18n/format'

type Line = {
  id: string
  name: string
  demo: boolean
  population: number | null
  township: { name: string }
  due: FundsDue | null
  total: number | null
  given: number | null
  difference: number | null
}

/** A line a village: population, tier, what is due, what was recorded, the difference. */
export function MoneyTable({ lines }: { lines: Line[] }) {
  const t = useTranslations('money')
  const yuan = (value: number | null | undefined) =>
    value === null || value === undefined ? null : formatNumber(value)
  return (
    <Table
      caption={t('caption')}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { head: t('township'), cell: ({ township }) => township.name },
        {
          head: t('village'),
          main: true,
          cell: (village) => (
            <>
              <TextLink href={`/villages/${village.id}`}>{village.name}</TextLink>
              <DemoMark village={village} />
            </>
          ),
        },
        {
          head: t('population'),
          align: 'end',
          cell: ({ population }) => (population === null ? t('unknown') : yuan(population)),
        },
        {
          head: t('tier'),
          nowrap: true,
          cell: ({ due }) => due && t('tierOf', { tier: due.tier }),
        },
        { head: t('officeFunds'), align: 'end', cell: ({ due }) => yuan(due?.officeFunds) },
        {
          head: t('supplement'),
          align: 'end',
          cell: ({ due }) => (due?.supplement ? yuan(due.supplement) : null),
        },
        { head: t('total'), align: 'end', cell: ({ total }) => yuan(total) },
        {
          head: t('given'),
          align: 'end',
          cell: ({ given }) => (given === null ? t('noneRecorded') : yuan(given)),
        },
        { head: t('difference'), align: 'end', cell: ({ difference }) => yuan(difference) },
      ]}
    />
  )
}
