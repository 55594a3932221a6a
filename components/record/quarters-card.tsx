import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { meetings } from '@/lib/records/details'
import { expectedAQuarter, type Quarter } from '@/lib/records/organisation-life'

/** Meetings logged in each quarter beside those expected: a plain fact, without a light. */
export function QuartersCard({ quarters }: { quarters: readonly Quarter[] }) {
  const t = useTranslations('records.quarters')
  const terms = useTranslations('terms.recordOption')
  return (
    <Card title={t('title')} flush foot={t('lead')}>
      <Table
        caption={t('title')}
        rows={[...quarters]}
        rowKey={({ from }) => from}
        columns={[
          {
            head: t('quarter'),
            main: true,
            cell: ({ from }) =>
              t('name', { year: from.slice(0, 4), n: Math.ceil(Number(from.slice(5, 7)) / 3) }),
          },
          ...meetings.map((meeting) => ({
            head: terms(meeting),
            cell: ({ held }: Quarter) =>
              t('held', { held: held[meeting], expected: expectedAQuarter[meeting] }),
          })),
        ]}
      />
    </Card>
  )
}
