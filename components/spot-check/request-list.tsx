import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { nearDay } from '@/lib/cases/light-words'
import type { RequestToAnswer } from '@/lib/dashboards/beside'
import type { Day } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'

const tones = { ASKED: 'amber', ANSWERED: 'green', WITHDRAWN: 'grey' } as const

type RequestListProps = {
  requests: readonly RequestToAnswer[]
  locale: Locale
  today: Day
  ofOne?: boolean
  /** Each open one with the button to answer it. */
  answers?: boolean
}

/** What inspectors asked for, and whether it was given. */
export function RequestList({ requests, locale, today, ofOne, answers }: RequestListProps) {
  const t = useTranslations('spotChecks')
  const terms = useTranslations('terms')
  return (
    <RowList>
      {requests.map((row) => (
        <Row
          key={row.id}
          tag={<Badge tone={tones[row.state]}>{terms(`materialState.${row.state}`)}</Badge>}
          title={
            <>
              <TextLink href={`/spot-checks/materials/${row.id}`} className="font-medium">
                {row.what}
              </TextLink>
              <span className="ms-2 text-md text-ink-2">
                {ofOne ? null : `${row.village.name} · `}
                {nearDay(row.requestedOn, today, locale)}
              </span>
            </>
          }
          sub={<span className="line-clamp-2">{row.answer || row.gap}</span>}
          action={
            answers && row.state === 'ASKED' ? (
              <LinkButton size="sm" href={`/spot-checks/materials/${row.id}`}>
                {t('material.submitAnswer')}
              </LinkButton>
            ) : undefined
          }
        />
      ))}
    </RowList>
  )
}
