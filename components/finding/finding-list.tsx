import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { nearDay } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { FindingLine } from '@/lib/findings/select'
import type { Locale } from '@/lib/i18n/locales'
import { FindingStand, Gravity } from './finding-state'

type FindingListProps = {
  findings: readonly FindingLine[]
  locale: Locale
  today: Day
  /** On the page of a case or a check its village is not named again. */
  ofOne?: boolean
  /** To the county office it matters whether it was sent. */
  showSent?: boolean
}

/** Findings in lines: what, how grave, where, from whom, how it stands. */
export function FindingList({ findings, locale, today, ofOne, showSent }: FindingListProps) {
  const t = useTranslations('findings')
  const terms = useTranslations('terms')
  return (
    <RowList>
      {findings.map((row) => (
        <Row
          key={row.id}
          tag={<Gravity gravity={row.gravity} />}
          title={
            <>
              <TextLink
                href={`/findings/${row.id}`}
                className="inline-block font-medium first-letter:uppercase"
              >
                {terms(`findingKind.${row.kind}`)}
              </TextLink>
              <span className="ms-2 inline-flex flex-wrap items-center gap-2 text-md text-ink-2">
                {ofOne ? null : <span>{row.village.name}</span>}
                {!ofOne && row.village.demo ? <Badge>{terms('demo')}</Badge> : null}
                <FindingStand state={row.state} />
                {showSent && row.state === 'OPEN' ? (
                  <Badge>{t(row.sentOn ? 'sent' : 'notSent')}</Badge>
                ) : null}
              </span>
            </>
          }
          sub={
            <>
              <span className="line-clamp-2">{row.text}</span>
              <span className="block text-ink-3">
                {[
                  terms(`findingOrigin.${row.origin}`),
                  nearDay(row.foundOn, today, locale),
                  row.measure ? `${row.measure.number}. ${row.measure.title}` : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </>
          }
        />
      ))}
    </RowList>
  )
}
