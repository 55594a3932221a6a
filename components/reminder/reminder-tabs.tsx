import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'

/** The inbox and how one is reminded, beside each other. */
export function ReminderTabs({ current }: { current: 'inbox' | 'settings' }) {
  const t = useTranslations('reminders')
  const pages = { inbox: '/notifications', settings: '/notifications/settings' } as const
  const items = (['inbox', 'settings'] as const).map((name) => ({
    label: t(name),
    href: pages[name],
    current: name === current,
  }))
  return <Tabs label={t('tabs')} items={items} />
}
