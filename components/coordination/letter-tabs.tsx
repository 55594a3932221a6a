import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'

/** The two lists of what goes between county, township and department. */
export function LetterTabs({ current }: { current: 'requests' | 'instructions' }) {
  const t = useTranslations('coordination')
  return (
    <Tabs
      label={t('caseTitle')}
      items={[
        { label: t('title'), href: '/coordination', current: current === 'requests' },
        { label: t('instructions'), href: '/instructions', current: current === 'instructions' },
      ]}
    />
  )
}
