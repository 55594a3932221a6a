import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EntryTabs } from '@/components/record/entry-tabs'
import { RecordFilters } from '@/components/record/record-filters'
import { RecordList } from '@/components/record/record-list'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { parseRecordFilter, recordListHref } from '@/lib/records/list-filter'
import { listRecords } from '@/lib/records/list-queries'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records'))('title') }
}

/** 工作纪实: what was recorded on villages in scope, the latest first. */
export default async function RecordsPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('records')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { filter, ignored } = parseRecordFilter(await searchParams)
  const found = await forPage(listRecords(viewer, filter))
  const { records, nextCursor, townships, village, mayLog } = found
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const log = (
    <LinkButton tone="primary" href="/records/new">
      {t('log')}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title={village ? t('ofVillage', { village }) : t('title')}
        crumbs={[{ label: t('title') }]}
        lead={<span className="measure block">{t('lead')}</span>}
        actions={
          <>
            {mayLog ? log : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <EntryTabs current="records" visits="/visits" records="/records" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <RecordFilters filter={rest} townships={townships} mine={mayLog} />
      <Card flush>
        {records.length === 0 ? (
          <EmptyState
            title={t(filtered ? 'none' : 'empty')}
            action={filtered || !mayLog ? null : log}
          >
            {filtered ? null : t('emptyText')}
          </EmptyState>
        ) : (
          <RecordList records={records} locale={locale} today={viewer.today} />
        )}
      </Card>
      <Pager
        first={after ? recordListHref(rest) : undefined}
        next={
          nextCursor
            ? `${recordListHref(rest)}${filtered ? '&' : '?'}after=${nextCursor}`
            : undefined
        }
      />
    </>
  )
}
