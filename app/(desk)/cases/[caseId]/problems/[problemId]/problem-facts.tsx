import { useLocale, useTranslations } from 'next-intl'
import { InternalNote } from '@/components/case/internal-note'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { ProblemRow } from '@/lib/plans/page-select'
import { kindTitleIn } from '@/lib/plans/paper'
import type { PlanPage } from '@/lib/plans/queries'

const tones = { OPEN: 'amber', SOLVED: 'blue', VERIFIED: 'green' } as const

export function ProblemFacts({ page, problem }: { page: PlanPage; problem: ProblemRow }) {
  const t = useTranslations('problems')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const { kase, measures, notes } = page
  const answers = measures.filter(({ problemIds }) => problemIds.includes(problem.id))
  const on = (day: Date | null) => (day ? formatDay(toDay(day), locale) : '')
  const prose = (text: string) =>
    text === '' ? '' : <span className="whitespace-pre-wrap">{text}</span>
  return (
    <Card
      title={t('item', { number: problem.number, title: problem.title })}
      aside={<Badge tone={tones[problem.status]}>{terms(`problemStatus.${problem.status}`)}</Badge>}
    >
      <div className="grid gap-3">
        <Facts
          items={[
            {
              label: t('kind'),
              value: `${terms(`categoryLong.${problem.category}`)} · ${kindTitleIn(locale)(problem.kind)}`,
            },
            { label: t('cause'), value: prose(problem.cause) },
            { label: t('evidence'), value: prose(problem.evidence) },
            { label: t('reportedOn'), value: on(problem.reportedOn) },
            {
              label: t('answers'),
              value:
                answers.length > 0 ? (
                  <ul>
                    {answers.map(({ id, number, title, status }) => (
                      <li key={id}>
                        <TextLink href={`/cases/${kase.id}/measures/${id}`}>
                          {number}. {title}
                        </TextLink>{' '}
                        <span className="text-sm text-ink-2">
                          {terms(`measureStatus.${status}`)}
                        </span>
                      </li>
                    ))}
                  </ul>
                ) : (
                  ''
                ),
            },
            { label: t('solution'), value: prose(problem.solution) },
            {
              label: t('solvedBy'),
              value: [problem.solvedByName, on(problem.solvedOn)].filter(Boolean).join(' · '),
            },
            { label: t('verification'), value: prose(problem.verification) },
            {
              label: t('verifiedByLabel'),
              value: [problem.verifiedByName, on(problem.verifiedOn)].filter(Boolean).join(' · '),
            },
          ]}
        />
        <InternalNote notes={notes[problem.id]} />
      </div>
    </Card>
  )
}
