import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, NumberField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Table } from '@/components/ui/table'
import type { FormAction } from '@/lib/form-state'
import { formatDay, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { RecordPage } from '@/lib/records/queries'

type ProjectResultsProps = { page: RecordPage; locale: Locale; action: FormAction; year: number }

/** What a project came to, year by year; the next year is added below. */
export function ProjectResults({ page, locale, action, year }: ProjectResultsProps) {
  const t = useTranslations('records')
  const { record, results, mayAddResult } = page
  return (
    <Card title={t('results.title')}>
      <div className="grid gap-4">
        <Table
          caption={t('results.title')}
          rows={results}
          rowKey={(row) => String(row.year)}
          empty={<p className="muted text-md">{t('results.none')}</p>}
          columns={[
            { head: t('results.year'), cell: (row) => row.year, main: true, nowrap: true },
            {
              head: t('results.income'),
              cell: (row) =>
                row.income === undefined ? null : `${formatNumber(row.income)} ${t('unit.yuan')}`,
            },
            { head: t('results.households'), cell: (row) => row.households },
            {
              head: t('results.text'),
              cell: (row) => (
                <>
                  <span className="block whitespace-pre-wrap">{row.text}</span>
                  <span className="block text-sm text-ink-3">
                    {t('results.by', { by: row.byName, day: formatDay(row.addedOn, locale) })}
                  </span>
                </>
              ),
            },
          ]}
        />
        {mayAddResult ? (
          <div className="screen-only max-w-3xl">
            <Fold label={t('results.add')}>
              <p className="muted text-md">{t('results.lead')}</p>
              <ActionForm
                action={action}
                submit={t('results.add')}
                draft={`record-result:${record.id}`}
                resetOnDone
              >
                <HiddenField name="recordId" value={record.id} />
                <HiddenField name="version" value={record.version} />
                <NumberField name="year" label={t('results.year')} whole defaultValue={year} />
                <TextAreaField name="text" label={t('results.text')} rows={2} />
                <div className="grid gap-5 sm:grid-cols-2">
                  <NumberField
                    name="income"
                    label={t('results.income')}
                    unit={t('unit.yuan')}
                    whole
                    optional
                  />
                  <NumberField
                    name="households"
                    label={t('results.households')}
                    unit={t('unit.households')}
                    whole
                    optional
                  />
                </div>
              </ActionForm>
            </Fold>
          </div>
        ) : null}
      </div>
    </Card>
  )
}
