import { useLocale, useTranslations } from 'next-intl'
import { CheckList } from '@/components/spot-check/check-list'
import { RequestList } from '@/components/spot-check/request-list'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import type { RequestToAnswer } from '@/lib/dashboards/beside'
import type { Day } from '@/lib/dates'
import type { CheckLine } from '@/lib/spot-checks/list-queries'

/** The checks an inspector makes next. */
export function ChecksCard({ checks, today }: { checks: readonly CheckLine[]; today: Day }) {
  const t = useTranslations('spotChecks.home')
  const locale = useLocale()
  return (
    <Card
      flush
      title={t('title')}
      aside={
        <TextLink quiet href="/spot-checks">
          {t('all')} ›
        </TextLink>
      }
    >
      {checks.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <CheckList checks={checks} locale={locale} today={today} mine />
      )}
    </Card>
  )
}

/** What inspectors ask the township for; nothing when all was given. */
export function MaterialsCard({
  requests,
  today,
}: {
  requests: readonly RequestToAnswer[]
  today: Day
}) {
  const t = useTranslations('spotChecks')
  const locale = useLocale()
  if (requests.length === 0) return null
  return (
    <Card
      flush
      title={t('material.title')}
      aside={
        <TextLink quiet href="/spot-checks/materials">
          {t('all')} ›
        </TextLink>
      }
    >
      <RequestList requests={requests} locale={locale} today={today} answers />
    </Card>
  )
}
