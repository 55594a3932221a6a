import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { nearDay } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { Inbox } from '@/lib/notifications/inbox-queries'
import { ReminderVillage, ReminderWhat, ReminderWhy } from './reminder-words'

type Props = { reminders: Inbox['open']; today: Day; drafts: boolean }

const tones = { RESPONSIBLE: 'grey', HEAD: 'amber', OFFICE: 'red' } as const

/** What the viewer was reminded of and still holds, each with why they were. */
export function OpenReminders({ reminders, today, drafts }: Props) {
  const t = useTranslations('reminders')
  const locale = useLocale()
  return (
    <Table
      caption={t('open')}
      rows={reminders}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      columns={[
        {
          head: t('head.what'),
          main: true,
          cell: (row) => (
            <>
              <TextLink href={row.href}>
                <ReminderWhat subject={row.subject} title={row.title} />
              </TextLink>
              {drafts && row.level === 'OFFICE' && row.subject === 'measure' ? (
                <span className="block text-md">
                  <TextLink href={`/notices/new?measure=${row.subjectId}`}>
                    {t('draftNotice')}
                  </TextLink>
                </span>
              ) : null}
            </>
          ),
        },
        {
          head: t('head.village'),
          nowrap: true,
          cell: ({ village }) => village && <ReminderVillage village={village} />,
        },
        { head: t('head.due'), nowrap: true, cell: ({ due }) => nearDay(due, today, locale) },
        {
          head: t('head.level'),
          nowrap: true,
          cell: ({ level }) => <Badge tone={tones[level]}>{t(`level.${level}`)}</Badge>,
        },
        {
          head: t('head.why'),
          cell: (row) => (
            <span className="text-md text-ink-2">
              <ReminderWhy {...row} />
            </span>
          ),
        },
      ]}
    />
  )
}
