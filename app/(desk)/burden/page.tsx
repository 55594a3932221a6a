import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { SupervisionTabs } from '@/components/shell/supervision-tabs'
import { Card } from '@/components/ui/card'
import { Select, TextInput } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { Table } from '@/components/ui/table'
import { DemoMark } from '@/components/village/demo-mark'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { type Given, readFilters } from '@/lib/accounts/list-filters'
import { type Burden, readBurden } from '@/lib/burden/queries'
import { monthSchema } from '@/lib/residence/schema'

const filters = { month: monthSchema, township: z.string().regex(/^\d{9}$/) }
const columns = ['visits', 'inspections', 'materials', 'notices', 'fields'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('burden'))('title') }
}

/** What was asked of each village in a month, counted from what is recorded. */
export default async function BurdenPage({ searchParams }: { searchParams: Promise<Given> }) {
  const viewer = await requireViewer()
  const { filter, ignored } = readFilters(filters, await searchParams)
  const month = filter.month ?? viewer.today.slice(0, 7)
  const { township } = filter
  const { lines, sum, townships } = await forPage(readBurden(viewer, { month, township }))
  const t = await getTranslations('burden')
  const figures = columns.map((key) => ({ head: t(key), key }))
  const cells = (of: (line: (typeof lines)[number]) => Burden) =>
    figures.map(({ head, key }) => ({
      head,
      align: 'end' as const,
      cell: (line: (typeof lines)[number]) => of(line)[key] || '',
    }))
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t('lead')}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <SupervisionTabs viewer={viewer} current="burden" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters
        action="/burden"
        apply={t('show')}
        clear={Object.keys(filter).length > 0 ? '/burden' : undefined}
      >
        <Field id="month" label={t('month')}>
          <TextInput {...wire('month')} name="month" type="month" defaultValue={month} />
        </Field>
        {townships.length > 1 ? (
          <Field id="township" label={t('township')}>
            <Select
              {...wire('township')}
              name="township"
              defaultValue={township ?? ''}
              blank={t('all')}
              options={townships.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        ) : null}
      </Filters>
      <Card flush>
        <Table
          caption={t('title')}
          rows={
            lines.length > 1
              ? [...lines, { id: 'sum', name: t('sum'), demo: false, township: '', burden: sum }]
              : lines
          }
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
          columns={[
            {
              head: t('village'),
              main: true,
              cell: (line) => (
                <span className={line.id === 'sum' ? 'font-semibold' : ''}>
                  {line.name}
                  <DemoMark village={line} />
                </span>
              ),
            },
            { head: t('township'), nowrap: true, cell: (line) => line.township },
            ...cells(({ burden }) => burden),
          ]}
        />
      </Card>
      <Card title={t('rule')}>
        <dl className="grid gap-2 text-md">
          {figures.map(({ head, key }) => (
            <div key={key} className="grid gap-x-4 sm:grid-cols-[10em_minmax(0,1fr)]">
              <dt className="font-medium">{head}</dt>
              <dd className="text-ink-2">{t(`rules.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  )
}
