import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'

type EntryTabsProps = { current: 'visits' | 'records'; visits: string; records: string }

/** 走访 and 工作纪实 side by side under one section. */
export function EntryTabs({ current, visits, records }: EntryTabsProps) {
  const t = useTranslations('records.tabs')
  return (
    <Tabs
      label={t('label')}
      items={[
        { label: t('visits'), href: visits, current: current === 'visits' },
        { label: t('records'), href: records, current: current === 'records' },
      ]}
    />
  )
}
