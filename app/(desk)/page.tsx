import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { DocumentLinks } from '@/components/document/document-links'
import { AdminCard } from '@/components/home/admin-card'
import { AskedCard } from '@/components/home/asked-card'
import { BandsCard } from '@/components/home/bands-card'
import { ChecksCard, MaterialsCard } from '@/components/home/checks-card'
import { DeadlinesCard } from '@/components/home/deadlines-card'
import { DrawsCard } from '@/components/home/draws-card'
import { GridCard } from '@/components/home/grid-card'
import { InstructionsCard } from '@/components/home/instructions-card'
import { LinkedCard } from '@/components/home/linked-card'
import { QueueCard } from '@/components/home/queue-card'
import { RemindersNotice } from '@/components/home/reminders-notice'
import { SetupCard } from '@/components/home/setup-card'
import { StartCard } from '@/components/home/start-card'
import { SupervisionCard } from '@/components/home/supervision-card'
import { LogButtons, VisitsCard } from '@/components/home/visits-card'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { requireViewer } from '@/lib/access/viewer'
import { holds, type Viewer } from '@/lib/access/viewer-types'
import { readHome } from '@/lib/dashboards/home-queries'
import { queueVerbs } from '@/lib/dashboards/queue'
import { formatDay, formatWeekday } from '@/lib/i18n/format'
import { readChecksToMake } from '@/lib/spot-checks/list-queries'
import { reportUnchanged } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const query = z.object({
  verb: z.enum(queueVerbs).optional().catch(undefined),
  all: z.literal('1').optional().catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') }
}

export default async function HomePage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const { verb, all } = query.parse(await searchParams)
  const home = await readHome(viewer)
  const checks = holds(viewer, 'INSPECTOR') ? await readChecksToMake(viewer) : null
  const {
    visits,
    unread,
    queue,
    overview,
    deadlines,
    linked,
    instructions,
    appointments,
    accounts,
    setup,
  } = home
  const t = await getTranslations('home')
  const words = await getTranslations('documents')
  const locale = await getLocale()
  const { today } = viewer
  const kind = kindOf(viewer)
  const titles = {
    queue: t('waiting', { count: queue.length }),
    worker: t(queue.every(({ verb }) => verb === 'measure') ? 'measures' : 'waiting', {
      count: queue.length,
    }),
    leader: t('leader'),
    admin: t('admin'),
    none: t('welcome'),
  }
  const aside = t('today', {
    day: formatDay(today, locale),
    weekday: formatWeekday(today, locale),
  })
  return (
    <>
      <PageHead
        title={titles[kind]}
        lead={
          kind === 'leader' && overview
            ? t('leaderLead', overview.totals)
            : kind === 'admin' && t('adminLead')
        }
        aside={<span className="text-md text-ink-2">{aside}</span>}
        actions={
          can(viewer, 'meeting.read') ? (
            <LinkButton href="/meeting">{t('toMeeting')}</LinkButton>
          ) : undefined
        }
      />
      <RemindersNotice reminders={home.reminders} complaints={home.complaints} />
      {appointments && !accounts ? (
        <Notice action={<TextLink href="/admin/appointments">{t('confirmAppointments')}</TextLink>}>
          {t('appointments', { count: appointments })}
        </Notice>
      ) : null}
      {setup?.some(({ done }) => !done) ? <SetupCard steps={setup} /> : null}
      {accounts ? <AdminCard accounts={accounts} waiting={appointments ?? 0} /> : null}
      {visits ? <LogButtons records={can(viewer, 'record.write')} /> : null}
      <DocumentLinks title={words('home.title')} documents={unread} all="/documents?state=mine" />
      {home.asked ? <AskedCard asked={home.asked} report={reportUnchanged} /> : null}
      {can(viewer, 'case.read') ? (
        <div className={overview ? 'two-col' : 'stack'}>
          <div className="stack">
            {overview?.bands.length === 0 && holds(viewer, 'COUNTY_OFFICE') ? (
              <StartCard batches={overview.batches} />
            ) : null}
            {checks ? <ChecksCard checks={checks} today={today} /> : null}
            {kind === 'leader' && queue.length === 0 ? null : (
              <QueueCard items={queue} today={today} verb={verb} whole={all === '1'} />
            )}
            <MaterialsCard requests={home.materials} today={today} />
            <DrawsCard draws={home.draws} />
            <SupervisionCard items={home.supervision} />
            {overview && overview.grid.length > 0 ? <GridCard rows={overview.grid} /> : null}
            {instructions && instructions.length > 0 ? (
              <InstructionsCard instructions={instructions} today={today} />
            ) : null}
            {visits ? <VisitsCard visits={visits} today={today} /> : null}
            {linked ? (
              <LinkedCard villages={linked} leader={holds(viewer, 'COUNTY_LEADER')} today={today} />
            ) : null}
          </div>
          {overview ? (
            <div className="stack">
              {overview.bands.length > 0 ? <BandsCard bands={overview.bands} /> : null}
              {deadlines ? <DeadlinesCard deadlines={deadlines} today={today} /> : null}
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** Which face the home shows: the first appointment that has one decides. */
function kindOf(viewer: Viewer): 'queue' | 'worker' | 'leader' | 'admin' | 'none' {
  if (['COUNTY_OFFICE', 'TOWNSHIP', 'INSPECTOR'].some((role) => holds(viewer, role as never)))
    return 'queue'
  if (holds(viewer, 'HELPER_UNIT') || holds(viewer, 'WORK_TEAM')) return 'worker'
  if (holds(viewer, 'COUNTY_LEADER')) return 'leader'
  return holds(viewer, 'SYSTEM_ADMIN') ? 'admin' : 'none'
}
