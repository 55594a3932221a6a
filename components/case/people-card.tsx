import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { isBound, slotGaps, slots } from '@/lib/assignments/rules'
import type { OverviewRow } from '@/lib/cases/overview-queries'
import { isOpen } from '@/lib/cases/workflow'
import { type Day, toDay } from '@/lib/dates'
import type { Stage } from '@/prisma/generated/enums'

type PeopleCardProps = {
  caseId: string
  stage: Stage
  assignments: OverviewRow['assignments']
  today: Day
}

/** Who answers for the village; standard slots nobody holds show as gaps. */
export function PeopleCard({ caseId, stage, assignments, today }: PeopleCardProps) {
  const t = useTranslations('cases.overview')
  const terms = useTranslations('terms.slot')
  const periods = assignments.map(({ slot, fromOn }) => ({ slot, from: toDay(fromOn), to: null }))
  const gaps = isOpen(stage) ? slotGaps(periods, today) : []
  const shown = slots.filter(
    (slot) => gaps.includes(slot) || assignments.some((one) => one.slot === slot),
  )
  return (
    <Card
      title={t('people')}
      aside={
        <TextLink quiet href={`/cases/${caseId}/responsibility`}>
          {t('all')}
        </TextLink>
      }
    >
      <dl className="grid gap-2.5 text-md">
        {shown.map((slot) => (
          <div key={slot}>
            <dt className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-2">
              {terms(slot)}
              {isBound(slot, stage) && !gaps.includes(slot) ? <Badge>{t('bound')}</Badge> : null}
            </dt>
            {gaps.includes(slot) ? (
              <dd className="font-medium text-red">
                <span aria-hidden="true">✕ </span>
                {t('gap')}
              </dd>
            ) : (
              assignments
                .filter((one) => one.slot === slot)
                .map((one) => (
                  <dd key={one.id}>
                    {[one.organisation?.name, one.personName].filter(Boolean).join(' · ')}
                    {one.personPost ? (
                      <span className="ms-2 text-ink-2">{one.personPost}</span>
                    ) : null}
                  </dd>
                ))
            )}
          </div>
        ))}
        {shown.length === 0 ? <p className="muted">{t('noPeople')}</p> : null}
      </dl>
    </Card>
  )
}
