import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { Day } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { Place } from './draw-result'

type Kept = { left: Place; came: Place; reason: string; byName: string; on: Day }

/** Every replacement of a draw, with its reason. */
export function Replacements({ items }: { items: readonly Kept[] }) {
  const t = useTranslations('inspections.draw')
  const locale = useLocale()
  if (items.length === 0) return null
  return (
    <Card title={t('replacements')} flush>
      <Table
        caption={t('replacements')}
        rows={[...items]}
        rowKey={({ came }) => came.code}
        columns={[
          { head: t('left'), main: true, cell: ({ left }) => left.village },
          { head: t('came'), cell: ({ came }) => came.village },
          { head: t('inspectors'), cell: ({ came }) => came.inspectors.join('、') },
          {
            head: t('why'),
            cell: ({ reason }) => <span className="whitespace-pre-wrap">{reason}</span>,
          },
          { head: t('by'), cell: ({ byName, on }) => `${byName} · ${formatDay(on, locale)}` },
        ]}
      />
    </Card>
  )
}
