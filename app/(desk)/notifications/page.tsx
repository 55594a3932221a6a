import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OpenReminders } from '@/components/reminder/open-reminders'
import { ReminderTabs } from '@/components/reminder/reminder-tabs'
import { ReminderVillage, ReminderWhat } from '@/components/reminder/reminder-words'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { holds } from '@/lib/access/viewer-types'
import { nearDay } from '@/lib/cases/light-words'
import { readInbox } from '@/lib/notifications/inbox-queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reminders'))('title') }
}

/** One's own reminders: what still waits, with why one was told, and what went away. */
export default async function NotificationsPage() {
  const viewer = await requireViewer()
  const { open, earlier } = await forPage(readInbox(viewer))
  const t = await getTranslations('reminders')
  const locale = await getLocale()
  const { today } = viewer
  return (
    <>
      <PageHead title={t('inbox')} crumbs={[{ label: t('inbox') }]} lead={t('lead')} />
      <ReminderTabs current="inbox" />
      <Card
        title={t('open')}
        aside={open.length > 0 ? t('openCount', { count: open.length }) : null}
        flush
      >
        <OpenReminders reminders={open} today={today} drafts={holds(viewer, 'COUNTY_OFFICE')} />
      </Card>
      {earlier.length > 0 ? (
        <Card title={t('earlier')} aside={t('over')} flush>
          <Table
            caption={t('earlier')}
            rows={earlier}
            rowKey={({ id }) => id}
            columns={[
              {
                head: t('head.what'),
                main: true,
                cell: (row) => <ReminderWhat subject={row.subject} title={row.title} />,
              },
              {
                head: t('head.village'),
                nowrap: true,
                cell: ({ village }) => village && <ReminderVillage village={village} />,
              },
              { head: t('head.due'), nowrap: true, cell: (row) => nearDay(row.due, today, locale) },
              { head: t('head.level'), nowrap: true, cell: (row) => t(`level.${row.level}`) },
              {
                head: t('head.told'),
                nowrap: true,
                cell: ({ toldOn }) => (toldOn ? nearDay(toldOn, today, locale) : ''),
              },
            ]}
          />
        </Card>
      ) : null}
    </>
  )
}
