import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EntryTabs } from '@/components/record/entry-tabs'
import { QuartersCard } from '@/components/record/quarters-card'
import { RecordList } from '@/components/record/record-list'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readCaseRecords } from '@/lib/records/case-queries'
import { recordListHref } from '@/lib/records/list-filter'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records'))('title') }
}

/** The work records of a case; organisation life by quarter where it is one of its problems. */
export default async function CaseRecordsPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const { records, nextCursor, quarters, mayLog } = await forPage(readCaseRecords(viewer, caseId))
  const t = await getTranslations('records')
  const locale = await getLocale()
  const base = `/cases/${caseId}`
  return (
    <div className="stack">
      <EntryTabs current="records" visits={`${base}/visits`} records={`${base}/records`} />
      {quarters ? <QuartersCard quarters={quarters} /> : null}
      <Card
        flush
        title={t('onCase.title')}
        aside={
          mayLog ? (
            <LinkButton size="sm" href={`/records/new?case=${caseId}`}>
              {t('log')}
            </LinkButton>
          ) : undefined
        }
        foot={
          nextCursor ? (
            <TextLink quiet href={recordListHref({ case: caseId })}>
              {t('onCase.more')} ›
            </TextLink>
          ) : undefined
        }
      >
        {records.length === 0 ? (
          <EmptyState title={t('empty')}>{mayLog ? t('emptyText') : null}</EmptyState>
        ) : (
          <RecordList records={records} locale={locale} today={viewer.today} ofOne />
        )}
      </Card>
    </div>
  )
}
