import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { VisitList } from '@/components/visit/visit-list'
import type { Day } from '@/lib/dates'
import { visitListHref } from '@/lib/visits/list-filter'
import type { VisitLine } from '@/lib/visits/list-queries'

/** The one thing to do in the village, as big as a thumb. */
export function LogVisitButton() {
  const t = useTranslations('visits')
  return (
    <div className="sm:max-w-80">
      <LinkButton tone="primary" size="lg" href="/visits/new">
        {t('log')}
      </LinkButton>
    </div>
  )
}

/** What the viewer logged last. */
export function VisitsCard({ visits, today }: { visits: readonly VisitLine[]; today: Day }) {
  const t = useTranslations('visits')
  const locale = useLocale()
  return (
    <Card
      flush
      title={t('home.title')}
      aside={
        <TextLink quiet href={visitListHref({ author: 'me' })}>
          {t('home.all')} ›
        </TextLink>
      }
    >
      {visits.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <VisitList visits={visits} locale={locale} today={today} />
      )}
    </Card>
  )
}
