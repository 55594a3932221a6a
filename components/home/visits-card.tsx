import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { VisitList } from '@/components/visit/visit-list'
import type { Day } from '@/lib/dates'
import { visitListHref } from '@/lib/visits/list-filter'
import type { VisitLine } from '@/lib/visits/list-queries'

/** The one thing to do in the village, as big as a thumb; beside it what is more than a visit. */
export function LogButtons({ records }: { records: boolean }) {
  const visits = useTranslations('visits')
  const t = useTranslations('records')
  return (
    <div className="grid gap-3 sm:grid-cols-[20rem_auto] sm:justify-start">
      <LinkButton tone="primary" size="lg" href="/visits/new">
        {visits('log')}
      </LinkButton>
      {records ? (
        <LinkButton size="lg" href="/records/new">
          {t('log')}
        </LinkButton>
      ) : null}
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
