import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { nearDay } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import type { CheckLine } from '@/lib/spot-checks/list-queries'
import { CheckState } from './check-state'

type CheckListProps = {
  checks: readonly CheckLine[]
  locale: Locale
  today: Day
  /** On the page of a case its village is not named again. */
  ofOne?: boolean
  /** The viewer's own work: each line with its button. */
  mine?: boolean
}

/** Spot checks in lines: where, how, by whom, how it stands, what came of it. */
export function CheckList({ checks, locale, today, ofOne, mine }: CheckListProps) {
  const t = useTranslations('spotChecks')
  const terms = useTranslations('terms')
  return (
    <RowList>
      {checks.map((row) => {
        const late = row.state === 'ASSIGNED' && row.dueOn < today
        const due = nearDay(row.dueOn, today, locale)
        const when =
          row.visitedOn !== null
            ? nearDay(row.visitedOn, today, locale)
            : row.state === 'CANCELLED'
              ? ''
              : t(late ? 'overdue' : 'dueBy', { day: due })
        return (
          <Row
            key={row.id}
            tag={<Badge tone="blue">{terms(`inspectionMethod.${row.method}`)}</Badge>}
            title={
              <>
                <TextLink href={`/spot-checks/${row.id}`} className="font-medium">
                  {ofOne ? when : row.village.name}
                </TextLink>
                <span className="ms-2 inline-flex flex-wrap items-center gap-2 text-md text-ink-2">
                  {ofOne ? null : <span className={late ? 'text-red' : ''}>{when}</span>}
                  {!ofOne && row.village.demo ? <Badge>{terms('demo')}</Badge> : null}
                  {mine ? null : <CheckState state={row.state} />}
                </span>
              </>
            }
            sub={
              <>
                <span className="block">{row.inspectorNames.join(' · ')}</span>
                {row.state === 'SUBMITTED' ? (
                  <span className="block text-ink-3">
                    {row.conclusion ? t('findings', { count: row.findings }) : t('notYours')}
                  </span>
                ) : null}
              </>
            }
            action={
              mine ? (
                <LinkButton size="sm" tone="primary" href={`/spot-checks/${row.id}`}>
                  {t('start')}
                </LinkButton>
              ) : undefined
            }
          />
        )
      })}
    </RowList>
  )
}
