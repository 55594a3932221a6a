import { useTranslations } from 'next-intl'
import { StepsCard } from './steps-card'

/** The county office before its first case: a batch, then the villages in it. */
export function StartCard({ batches }: { batches: number }) {
  const t = useTranslations('home.setup')
  const step = (name: 'rules' | 'batch' | 'cases', href: string, done = false) => ({
    title: t(`${name}.title`),
    text: t(`${name}.text`),
    done,
    href,
    action: done ? t('look') : t(`${name}.action`),
  })
  return (
    <StepsCard
      title={t('startTitle')}
      steps={[
        step('rules', '/admin/rule-sets', batches > 0),
        step('batch', batches > 0 ? '/batches' : '/batches/new', batches > 0),
        step('cases', batches > 0 ? '/batches' : '/candidates'),
      ]}
    />
  )
}
