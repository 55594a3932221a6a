import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { StoredBinding } from '@/lib/appraisals/stored'
import { formatDay } from '@/lib/i18n/format'

/** 包保: who was bound to which village, and whether they stayed until it was closed. */
export function BindingsCard({ bindings }: { bindings: StoredBinding[] }) {
  const t = useTranslations('appraisals')
  const locale = useLocale()
  return (
    <Card title={t('sheet.bindings')} flush>
      <Table
        caption={t('sheet.bindings')}
        rows={bindings}
        rowKey={(row) => `${row.caseId}-${row.slot}-${row.holder}-${row.from}`}
        empty={<p className="px-4 pb-4 text-md text-ink-2">{t('sheet.bindingsNone')}</p>}
        columns={[
          {
            head: t('binding.village'),
            main: true,
            cell: (row) => <TextLink href={`/cases/${row.caseId}`}>{row.village}</TextLink>,
          },
          { head: t('binding.slot'), cell: (row) => t(`slot.${row.slot}`) },
          { head: t('binding.holder'), cell: (row) => row.holder },
          { head: t('binding.from'), nowrap: true, cell: (row) => formatDay(row.from, locale) },
          {
            head: t('binding.to'),
            nowrap: true,
            cell: (row) => (row.to ? formatDay(row.to, locale) : ''),
          },
          {
            head: t('binding.standing'),
            nowrap: true,
            cell: (row) => t(`standing.${row.standing}`),
          },
        ]}
      />
    </Card>
  )
}
