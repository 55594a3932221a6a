import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readCalendarYear } from '@/lib/calendar/queries'
import { rangesOf } from '@/lib/calendar/schema'
import { yearOf } from '@/lib/dates'
import { formatDay, formatWeekday } from '@/lib/i18n/format'
import { AdminTabs } from '../admin-tabs'
import { changeCalendar } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory'))('calendarTitle') }
}

type Search = { searchParams: Promise<{ year?: string | string[] }> }

export default async function CalendarPage({ searchParams }: Search) {
  const { year: asked } = await searchParams
  const t = await getTranslations('directory')
  const admin = await getTranslations('admin')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const given = typeof asked === 'string' && /^20\d\d$/.test(asked) ? Number(asked) : undefined
  const year = given ?? yearOf(viewer.today)
  const { days, years, unknown } = await forPage(readCalendarYear(viewer, year))
  const kinds = (kind: string) => days.filter((row) => row.kind === kind).length
  const near = years.filter((one) => Math.abs(one - year) <= 3)
  return (
    <>
      <PageHead
        title={t('calendarTitle')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: t('calendarTitle') }]}
        lead={t('calendarLead')}
      />
      <AdminTabs viewer={viewer} current="calendar" />
      {unknown.length > 0 ? (
        <Notice tone="warn" title={t('unknownTitle', { years: unknown.join(listComma[locale]) })}>
          {t('unknownText')}
        </Notice>
      ) : null}
      <Tabs
        label={t('calendarTitle')}
        items={near.map((one) => ({
          label: t('year', { year: String(one) }),
          href: `/admin/calendar?year=${one}`,
          current: one === year,
        }))}
      />
      {can(viewer, 'calendar.manage') ? (
        <Card
          title={t('year', { year: String(year) })}
          aside={t('countDays', { holidays: kinds('HOLIDAY'), workdays: kinds('WORKDAY') })}
        >
          <ActionForm
            key={year}
            action={changeCalendar}
            submit={t('saveYear')}
            draft={`calendar:${year}`}
            cancel="/admin"
          >
            <HiddenField name="year" value={year} />
            <RowsField
              name="ranges"
              label={t('days')}
              hint={t('daysHint')}
              add={t('addDay')}
              max={60}
              rows={rangesOf(days).map(({ from, to, kind, name }) => ({
                from,
                to: to === from ? '' : to,
                kind,
                name,
              }))}
              columns={[
                { name: 'from', label: t('from'), kind: 'date', span: 3 },
                { name: 'to', label: t('to'), kind: 'date', optional: true, span: 3 },
                {
                  name: 'kind',
                  label: t('kind'),
                  kind: 'select',
                  span: 3,
                  options: (['HOLIDAY', 'WORKDAY'] as const).map((value) => ({
                    value,
                    label: t(`kinds.${value}`),
                  })),
                },
                { name: 'name', label: t('name'), kind: 'text', max: 40, optional: true, span: 3 },
              ]}
            />
          </ActionForm>
        </Card>
      ) : (
        <Card title={t('year', { year: String(year) })} flush>
          <Table
            caption={t('days')}
            rows={days}
            rowKey={(row) => row.day}
            empty={<EmptyState title={t('emptyYear')} />}
            columns={[
              { head: t('day'), main: true, cell: (row) => formatDay(row.day, locale) },
              { head: t('weekday'), cell: (row) => formatWeekday(row.day, locale) },
              { head: t('kind'), cell: (row) => t(`kinds.${row.kind}`) },
              { head: t('name'), cell: (row) => row.name },
            ]}
          />
        </Card>
      )}
    </>
  )
}

const listComma = { 'zh-CN': '、', en: ', ' } as const
