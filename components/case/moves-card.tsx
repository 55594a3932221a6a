import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LightCount } from '@/components/ui/light'
import { TextLink } from '@/components/ui/link'
import { Progress } from '@/components/ui/progress'
import type { OverviewRow } from '@/lib/cases/overview-queries'
import { type Day, toDay } from '@/lib/dates'
import { type Colour, lightOf } from '@/lib/lights/rules'
import { moves } from '@/lib/plans/moves'

type Measures = OverviewRow['measures']
type MovesCardProps = { caseId: string; measures: Measures; paused: boolean; today: Day }

/** How far the measures have come under each of the five moves, and what is late. */
export function MovesCard({ caseId, measures, paused, today }: MovesCardProps) {
  const t = useTranslations('cases.overview')
  const terms = useTranslations('terms.move')
  const counted = measures.filter(({ status }) => status !== 'CANCELLED')
  const done = counted.filter(({ status }) => status === 'DONE').length
  return (
    <Card
      title={t('measures', { count: counted.length })}
      aside={<TextLink href={`/cases/${caseId}/plan`}>{t('toPlan')}</TextLink>}
    >
      <p className="mb-3 text-md text-ink-2">
        {t('measuresDone', { done, open: counted.length - done })}
      </p>
      <ul className="grid gap-3">
        {moves.map((move) => {
          const own = counted.filter((measure) => measure.move === move)
          if (own.length === 0) return null
          const percent = Math.round(
            own.reduce((sum, one) => sum + (one.status === 'DONE' ? 100 : one.percent), 0) /
              own.length,
          )
          const ownDone = own.filter(({ status }) => status === 'DONE').length
          const colours = own.map((measure) => colourOf(measure, paused, today))
          const late = colours.filter((colour) => colour === 'red').length
          return (
            <li key={move} className="grid gap-1">
              <div className="flex flex-wrap items-center gap-x-3 text-md">
                <span>{terms(move)}</span>
                <span className="text-sm text-ink-2">
                  {t('moveDone', { done: ownDone, count: own.length })}
                </span>
                <span className="ms-auto flex items-center gap-1.5">
                  {(['red', 'yellow'] as const).map((colour) => {
                    const count = colours.filter((one) => one === colour).length
                    return count > 0 ? (
                      <LightCount key={colour} colour={colour} count={count} label={terms(move)} />
                    ) : null
                  })}
                  <span className="num min-w-10 text-sm">{percent}%</span>
                </span>
              </div>
              <Progress
                label={terms(move)}
                value={percent}
                max={100}
                tone={late > 0 ? 'late' : percent === 100 ? 'done' : 'go'}
              />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function colourOf(measure: Measures[number], paused: boolean, today: Day): Colour {
  const { status, yellowOn, redOn } = measure
  return lightOf(
    { yellowOn: toDay(yellowOn), redOn: toDay(redOn), done: status !== 'OPEN', paused },
    today,
  )
}
