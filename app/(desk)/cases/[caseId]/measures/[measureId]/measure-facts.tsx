import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { Progress } from '@/components/ui/progress'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { MeasurePage } from '@/lib/measures/queries'

const tones = { OPEN: 'blue', DONE: 'green', CANCELLED: 'grey' } as const

export function MeasureFacts({ page, viewer }: { page: MeasurePage; viewer: Viewer }) {
  const t = useTranslations('measures')
  const field = useTranslations('plans.field')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const { kase, measure, light, problems } = page
  const on = (day: Date) => formatDay(toDay(day), locale)
  const moved = measure.dueOn.getTime() !== measure.originalDueOn.getTime()
  return (
    <Card
      title={t('item', { number: measure.number, title: measure.title })}
      aside={<Badge tone={tones[measure.status]}>{terms(`measureStatus.${measure.status}`)}</Badge>}
    >
      <div className="grid gap-4">
        {measure.status === 'OPEN' ? <CaseLight light={light} today={viewer.today} /> : null}
        <div className="grid gap-1">
          <p className="text-md">{t('percent', { percent: measure.percent })}</p>
          <Progress
            label={t('progressLabel')}
            value={measure.percent}
            max={100}
            tone={measure.status === 'DONE' ? 'done' : light.colour === 'red' ? 'late' : 'go'}
          />
        </div>
        <Facts
          items={[
            { label: field('move'), value: terms(`move.${measure.move}`) },
            {
              label: field('target'),
              value: <span className="whitespace-pre-wrap">{measure.target}</span>,
            },
            { label: field('organisationName'), value: measure.organisationName },
            {
              label: field('personName'),
              value: [measure.personName, measure.personPost].filter(Boolean).join('　'),
            },
            { label: field('startOn'), value: on(measure.startOn) },
            {
              label: field('dueOn'),
              value: moved
                ? t('dueMoved', { due: on(measure.dueOn), original: on(measure.originalDueOn) })
                : on(measure.dueOn),
            },
            { label: t('doneOn'), value: measure.doneOn ? on(measure.doneOn) : '' },
            { label: t('cancelReason'), value: measure.cancelReason },
            {
              label: field('problemIds'),
              value: (
                <ul>
                  {problems.map(({ id, number, title, status }) => (
                    <li key={id}>
                      <TextLink href={`/cases/${kase.id}/problems/${id}`}>
                        {number}. {title}
                      </TextLink>{' '}
                      <span className="text-sm text-ink-2">{terms(`problemStatus.${status}`)}</span>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </div>
    </Card>
  )
}
