import { useLocale, useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { formatDay } from '@/lib/i18n/format'

type Row = {
  id: string
  title: string
  document: string
  adoptedOn: string
  endedOn: string | null
  endReason: string
  replaced: boolean
}

/** What was in force before: from when until when, and why no longer. */
export function EndedRegulations({ rows }: { rows: Row[] }) {
  const locale = useLocale()
  const t = useTranslations('regulations')
  return (
    <Table
      caption={t('earlier')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { head: t('name'), main: true, cell: ({ title }) => title },
        {
          head: t('adoptedOn'),
          cell: ({ adoptedOn, endedOn }) =>
            t('period', {
              from: formatDay(adoptedOn, locale),
              to: endedOn ? formatDay(endedOn, locale) : '',
            }),
        },
        { head: t('document'), cell: ({ document }) => document },
        {
          head: t('state'),
          cell: ({ replaced, endReason }) =>
            replaced ? t('replaced') : t('repealed', { reason: endReason }),
        },
      ]}
    />
  )
}
