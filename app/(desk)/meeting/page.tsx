import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BandsCard } from '@/components/home/bands-card'
import { AttentionCard } from '@/components/meeting/attention-card'
import { LateCard } from '@/components/meeting/late-card'
import { NextMeetingCard } from '@/components/meeting/next-meeting-card'
import { RequestsCard } from '@/components/meeting/requests-card'
import { TownshipsCard } from '@/components/meeting/townships-card'
import { Card } from '@/components/ui/card'
import { Figure } from '@/components/ui/figure'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { caseListHref } from '@/lib/cases/list-filter'
import { requestListHref } from '@/lib/coordination/list-filter'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import { readMeeting } from '@/lib/meetings/queries'
import { cancelMeeting } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meeting'))('title') }
}

/** 调度会: where things stand, on paper, as of now and within the viewer's scope. */
export default async function MeetingPage() {
  const viewer = await requireViewer()
  const meeting = await forPage(readMeeting(viewer))
  const { totals, bands, townships, late, reviews, extensions, requests, attention, coming } =
    meeting
  const t = await getTranslations('meeting')
  const locale = await getLocale()
  const { today } = viewer
  const overdue = requests.filter((one) => one.overdue).length
  return (
    <div className="meeting stack">
      <PageHead
        title={t('heading', { county: viewer.countyName })}
        crumbs={[{ label: t('title') }]}
        lead={t('asOf', { day: formatDay(today, locale), at: formatInstant(new Date(), locale) })}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <NextMeetingCard coming={coming} calls={can(viewer, 'meeting.call')} cancel={cancelMeeting} />
      <Card>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4 print:grid-cols-4">
          <Figure value={totals.total} label={t('listed')} href={caseListHref({})} />
          <Figure
            value={totals.transformed}
            label={t('transformed')}
            href={caseListHref({ state: 'transformed' })}
          />
          <Figure
            value={totals.rectifying}
            label={t('rectifying')}
            href={caseListHref({ state: 'rectifying' })}
          />
          <Figure
            value={attention.filter(({ red }) => red).length}
            label={t('redVillages')}
            href={caseListHref({ light: 'red' })}
          />
          <Figure value={late.length} label={t('lateMeasures')} href="#late" />
          <Figure
            value={reviews.length + extensions.length}
            label={t('lateReviews')}
            href="#reviews"
          />
          <Figure
            value={requests.length}
            label={t('openRequests')}
            href={requestListHref({ state: 'open' })}
          />
          <Figure
            value={overdue}
            label={t('overdueRequests')}
            href={requestListHref({ state: 'overdue' })}
          />
        </div>
      </Card>
      {bands.length > 0 ? <BandsCard bands={bands} /> : null}
      <TownshipsCard rows={townships} />
      <LateCard late={late} reviews={reviews} extensions={extensions} today={today} />
      <RequestsCard requests={requests} townships={townships} today={today} />
      <AttentionCard rows={attention} today={today} />
    </div>
  )
}
