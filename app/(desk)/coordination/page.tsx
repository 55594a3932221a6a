import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CaseLight } from '@/components/case/case-light'
import { LetterTabs } from '@/components/coordination/letter-tabs'
import { RequestState } from '@/components/coordination/request-state'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { Table } from '@/components/ui/table'
import { DemoMark } from '@/components/village/demo-mark'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { nearDay } from '@/lib/cases/light-words'
import { parseRequestFilter, requestListHref } from '@/lib/coordination/list-filter'
import { listRequests } from '@/lib/coordination/queries'
import { CoordinationStatus } from '@/prisma/generated/enums'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coordination'))('title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

/** 需县级协调事项: what the viewer may read of them, the newest first. */
export default async function CoordinationPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('coordination')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { filter, ignored } = parseRequestFilter(await searchParams)
  const found = await forPage(listRequests(viewer, filter))
  const { requests, total, nextCursor, townships, departments } = found
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const states = ['open', 'overdue'] as const
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t('lead')}
        aside={<span className="muted">{t('count', { count: total })}</span>}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      {can(viewer, 'instruction.read') ? <LetterTabs current="requests" /> : null}
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/coordination" clear={filtered ? '/coordination' : undefined}>
        <Field id="state" label={t('light')}>
          <Select
            {...wire('state')}
            name="state"
            defaultValue={rest.state ?? ''}
            blank={t('all')}
            options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
        </Field>
        <Field id="status" label={t('stands')}>
          <Select
            {...wire('status')}
            name="status"
            defaultValue={rest.status ?? ''}
            blank={t('all')}
            options={Object.values(CoordinationStatus).map((value) => ({
              value,
              label: t(`status.${value}`),
            }))}
          />
        </Field>
        <Field id="township" label={t('township')}>
          <Select
            {...wire('township')}
            name="township"
            defaultValue={rest.township ?? ''}
            blank={t('all')}
            options={townships.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field id="department" label={t('department')}>
          <Select
            {...wire('department')}
            name="department"
            defaultValue={rest.department ?? ''}
            blank={t('all')}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      </Filters>
      <Card flush>
        <Table
          caption={t('title')}
          rows={requests}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t(filtered ? 'none' : 'empty')}>
              {filtered ? null : t('emptyText')}
            </EmptyState>
          }
          columns={[
            {
              head: t('matter'),
              main: true,
              cell: (row) => <TextLink href={`/coordination/${row.id}`}>{row.title}</TextLink>,
            },
            {
              head: t('village'),
              nowrap: true,
              cell: (row) => (
                <>
                  {row.village?.name}
                  <DemoMark village={row.village} />
                </>
              ),
            },
            { head: t('township'), nowrap: true, cell: (row) => row.township },
            {
              head: t('raisedOn'),
              nowrap: true,
              cell: (row) => nearDay(row.raised, viewer.today, locale),
            },
            { head: t('department'), cell: (row) => row.department?.name ?? '' },
            {
              head: t('dueOn'),
              nowrap: true,
              cell: (row) => (row.due ? nearDay(row.due, viewer.today, locale) : ''),
            },
            { head: t('stands'), cell: (row) => <RequestState status={row.status} /> },
            {
              head: t('light'),
              nowrap: true,
              cell: (row) =>
                row.light.colour === 'grey' ? (
                  ''
                ) : (
                  <CaseLight light={row.light} today={viewer.today} short />
                ),
            },
          ]}
        />
      </Card>
      <Pager
        first={after ? requestListHref(rest) : undefined}
        next={nextCursor ? requestListHref({ ...rest, after: nextCursor }) : undefined}
      />
    </>
  )
}
