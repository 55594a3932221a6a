import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CaseLight } from '@/components/case/case-light'
import { NoticeState } from '@/components/notice/notice-state'
import { SupervisionTabs } from '@/components/shell/supervision-tabs'
import { LinkButton } from '@/components/ui/button'
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
import { forPage, requireViewer } from '@/lib/access/viewer'
import { nearDay } from '@/lib/cases/light-words'
import { noticeListHref, parseNoticeFilter } from '@/lib/notices/list-filter'
import { listNotices } from '@/lib/notices/list-queries'
import { noticeLadder } from '@/lib/notices/rules'
import { NoticeStatus } from '@/prisma/generated/enums'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

/** 督查文书: what the viewer may read of them, the newest first. */
export default async function NoticesPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('notices')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { filter, ignored } = parseNoticeFilter(await searchParams)
  const found = await forPage(listNotices(viewer, filter))
  const { notices, nextCursor, townships, organisations, mayDraft } = found
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const { today } = viewer
  const choices = [
    {
      ...{ name: 'state', label: t('stateLabel'), value: rest.state },
      options: (['open', 'overdue'] as const).map((value) => ({
        value,
        label: t(`state.${value}`),
      })),
    },
    {
      ...{ name: 'kind', label: t('column.kind'), value: rest.kind },
      options: noticeLadder.map((value) => ({ value, label: terms(`noticeKind.${value}`) })),
    },
    {
      ...{ name: 'status', label: t('column.stands'), value: rest.status },
      options: Object.values(NoticeStatus).map((value) => ({
        value,
        label: t(`status.${value}`),
      })),
    },
    {
      ...{ name: 'township', label: t('column.township'), value: rest.township },
      options: townships.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...{ name: 'organisation', label: t('organisation'), value: rest.organisation },
      options: organisations.map(({ id, name }) => ({ value: id, label: name })),
    },
  ].filter(({ options }) => options.length > 0)
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t('lead')}
        actions={
          <>
            {mayDraft ? (
              <LinkButton tone="primary" href="/notices/new">
                {t('new')}
              </LinkButton>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <SupervisionTabs viewer={viewer} current="notices" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/notices" clear={filtered ? '/notices' : undefined}>
        {choices.map(({ name, label, value, options }) => (
          <Field key={name} id={name} label={label}>
            <Select
              {...wire(name)}
              name={name}
              defaultValue={value ?? ''}
              blank={t('all')}
              options={options}
            />
          </Field>
        ))}
      </Filters>
      <Card flush>
        <Table
          caption={t('title')}
          rows={notices}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t(filtered ? 'none' : 'empty')}>
              {filtered ? null : t(mayDraft ? 'emptyText' : 'emptyRead')}
            </EmptyState>
          }
          columns={[
            {
              head: t('column.matter'),
              main: true,
              cell: (row) => <TextLink href={`/notices/${row.id}`}>{row.title}</TextLink>,
            },
            {
              head: t('column.reference'),
              cell: (row) => (
                <>
                  <span className="block whitespace-nowrap">{terms(`noticeKind.${row.kind}`)}</span>
                  <span className="muted whitespace-nowrap">{row.reference || t('draftNo')}</span>
                </>
              ),
            },
            {
              head: t('column.village'),
              cell: (row) => (
                <>
                  {row.village?.name}
                  <DemoMark village={row.village} />
                </>
              ),
            },
            { head: t('column.addressee'), cell: (row) => row.addresseeName },
            {
              head: t('column.signed'),
              nowrap: true,
              cell: (row) => (row.signedOn ? nearDay(row.signedOn, today, locale) : ''),
            },
            {
              head: t('column.due'),
              nowrap: true,
              cell: (row) => nearDay(row.replyDueOn ?? row.dueOn, today, locale),
            },
            { head: t('column.stands'), cell: (row) => <NoticeState status={row.status} /> },
            {
              head: t('column.light'),
              nowrap: true,
              cell: (row) =>
                row.light.colour === 'grey' ? (
                  ''
                ) : (
                  <CaseLight light={row.light} today={today} short />
                ),
            },
          ]}
        />
      </Card>
      <Pager
        first={after ? noticeListHref(rest) : undefined}
        next={nextCursor ? noticeListHref({ ...rest, after: nextCursor }) : undefined}
      />
    </>
  )
}
