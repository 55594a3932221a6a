import { useTranslations } from 'next-intl'
import type { SetupStep } from '@/lib/dashboards/setup-steps'
import { StepsCard } from './steps-card'

/** The administrator of a new county, from an empty system to the county office's first batch. */
export function SetupCard({ steps }: { steps: readonly SetupStep[] }) {
  const t = useTranslations('home.setup')
  return (
    <StepsCard
      title={t('title')}
      foot={t('after')}
      steps={steps.map(({ name, done, count, href }) => ({
        title: t(`${name}.title`),
        text: t(done ? `${name}.has` : `${name}.text`, { count }),
        done,
        href,
        action: done ? t('look') : t(`${name}.action`),
      }))}
    />
  )
}
