import { useTranslations } from 'next-intl'
import { ReasonForm } from '@/components/case/reason-form'
import { VerbCard } from '@/components/case/verb-card'
import { Notice } from '@/components/ui/notice'
import type { readRoundToDecide } from '@/lib/acceptance/queries'
import type { FormAction } from '@/lib/form-state'

type Found = Awaited<ReturnType<typeof readRoundToDecide>>

/** Failing a round: the reason, and back to rectifying. */
export function FailView({ action, ownWork, ...found }: Found & { action: FormAction }) {
  const t = useTranslations('acceptance')
  const { viewer, kase, subject, verb } = found
  const card = { viewer, kase, subject, verb }
  if (ownWork) {
    return (
      <VerbCard {...card}>
        <Notice tone="warn">{t('ownWork')}</Notice>
      </VerbCard>
    )
  }
  return (
    <ReasonForm
      {...card}
      action={action}
      lead={t('failLead')}
      label={t('failReason')}
      submit={t('fail')}
    />
  )
}
