import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Timeline } from '@/components/case/timeline'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { Tabs } from '@/components/ui/tabs'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isKnown } from '@/lib/audit/describe'
import { type EventGroup, eventGroups, groupOf } from '@/lib/audit/event-groups'
import { timelineQuery } from '@/lib/audit/schema'
import { readTimeline } from '@/lib/audit/timeline-queries'
import { verifyTimelineAction } from './actions'

type Props = {
  params: Promise<{ caseId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const pageSize = 40

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.history'))('title') }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const { group, before } = timelineQuery.parse(await searchParams)
  const timeline = await forPage(readTimeline(viewer, caseId, { group, before, limit: pageSize }))
  const { events, counts, nextBefore } = timeline
  const t = await getTranslations('cases.history')
  const groups = await getTranslations('events.group')
  const base = `/cases/${caseId}/history`
  const href = (query: { group?: EventGroup; before?: number }) => {
    const text = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
    ).toString()
    return text ? `${base}?${text}` : base
  }
  const countOf = (one: EventGroup) =>
    Object.entries(counts).reduce(
      (sum, [kind, count]) => sum + ((isKnown(kind) ? groupOf[kind] : 'other') === one ? count : 0),
      0,
    )
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <div className="two-col">
      <Card
        flush
        title={t('title')}
        aside={<span>{t('total', { count: group ? countOf(group) : total })}</span>}
      >
        <div className="border-b border-line px-4">
          <Tabs
            label={t('filter')}
            items={[
              { label: t('all'), href: base, current: !group, count: total },
              ...eventGroups
                .filter((one) => countOf(one) > 0 || one === group)
                .map((one) => ({
                  label: groups(one),
                  href: href({ group: one }),
                  current: one === group,
                  count: countOf(one),
                })),
            ]}
          />
        </div>
        {events.length > 0 ? (
          <Timeline events={events} />
        ) : (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        )}
        {before || nextBefore ? (
          <div className="border-t border-line px-4 py-2">
            <Pager
              first={before ? href({ group }) : undefined}
              next={nextBefore ? href({ group, before: nextBefore }) : undefined}
            />
          </div>
        ) : null}
      </Card>
      <div className="stack screen-only">
        <Card title={t('verifyTitle')}>
          <p className="mb-4 text-md text-ink-2">{t('verifyText')}</p>
          <ActionForm action={verifyTimelineAction} submit={t('verify')} tone="plain">
            <HiddenField name="caseId" value={caseId} />
          </ActionForm>
        </Card>
        <div>
          <PrintButton>{t('print')}</PrintButton>
        </div>
      </div>
    </div>
  )
}
