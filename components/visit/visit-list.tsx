import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { nearDay } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import type { VisitLine } from '@/lib/visits/list-queries'

type VisitListProps = {
  visits: readonly VisitLine[]
  locale: Locale
  today: Day
  /** On the page of a village its name is not said again. */
  ofOne?: boolean
}

/** Visits in lines: where and how, when, what was found, who logged it. */
export function VisitList({ visits, locale, today, ofOne }: VisitListProps) {
  const t = useTranslations('visits')
  const terms = useTranslations('terms')
  return (
    <RowList>
      {visits.map((row) => (
        <Row
          key={row.id}
          tag={<Badge tone="blue">{terms(`contactKind.${row.kind}`)}</Badge>}
          title={
            <>
              <TextLink href={`/visits/${row.id}`} className="font-medium">
                {ofOne ? nearDay(row.day, today, locale) : row.village?.name}
              </TextLink>
              <span className="ms-2 inline-flex flex-wrap gap-2 text-md text-ink-2">
                {ofOne ? null : nearDay(row.day, today, locale)}
                {!ofOne && row.village?.demo ? <Badge>{terms('demo')}</Badge> : null}
                {row.late ? <Badge>{t('late')}</Badge> : null}
                {row.withdrawnOn ? <Badge tone="amber">{t('withdrawn')}</Badge> : null}
                {row.task && !row.withdrawnOn ? (
                  <Badge tone={row.taskDoneOn ? 'green' : 'amber'}>
                    {t(row.taskDoneOn ? 'taskDone' : 'taskOpen')}
                  </Badge>
                ) : null}
              </span>
            </>
          }
          sub={
            <>
              <span className={`line-clamp-2 ${row.withdrawnOn ? 'line-through' : ''}`}>
                {row.found}
              </span>
              <span className="block text-ink-3">
                {[row.organisationName, row.authorName].filter(Boolean).join(' · ')}
              </span>
            </>
          }
        />
      ))}
    </RowList>
  )
}
