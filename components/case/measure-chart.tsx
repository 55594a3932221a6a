import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { nearDay } from '@/lib/cases/light-words'
import { type Day, toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { LightReason } from '@/lib/lights/rules'
import { barOf, type ChartSpan, chartSpan, placeOf } from '@/lib/measures/chart'
import type { MeasureRow } from '@/lib/measures/select'
import { moves } from '@/lib/plans/moves'
import { CaseLight } from './case-light'

export type ChartMeasure = MeasureRow & { light: LightReason }

type MeasureChartProps = { caseId: string; measures: readonly ChartMeasure[]; today: Day }

/**
 * Measures under the five moves as a timetable: from start to deadline, filled as far as they have
 * come, today's line through them, the light with its reason beside.
 */
export function MeasureChart({ caseId, measures, today }: MeasureChartProps) {
  const terms = useTranslations('terms.move')
  const t = useTranslations('measures.chart')
  const span = chartSpan(measures.map(daysOf))
  if (!span) return null
  const now = today >= span.from && today <= span.to ? placeOf(today, span) : null
  return (
    <div>
      <Axis span={span} today={today} now={now} />
      {moves.map((move) => {
        const items = measures.filter((measure) => measure.move === move)
        if (items.length === 0) return null
        return (
          <section key={move}>
            <h3 className="border-t border-line bg-ground px-4 py-1.5 text-md font-medium text-ink-2">
              {terms(move)}
            </h3>
            <ul>
              {items.map((measure) => (
                <li key={measure.id} className={`${columns} border-t border-line px-4 py-2.5`}>
                  <div className="min-w-0">
                    <TextLink href={`/cases/${caseId}/measures/${measure.id}`}>
                      {t('title', { number: measure.number, title: measure.title })}
                    </TextLink>
                    <p className="text-sm text-ink-2">
                      {[measure.organisationName, measure.personName].filter(Boolean).join(' · ')}
                    </p>
                  </div>
                  <Track measure={measure} span={span} now={now} />
                  <div className="text-sm">
                    <State caseId={caseId} measure={measure} today={today} />
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

const columns =
  'grid items-center gap-x-4 gap-y-1.5 sm:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_9.5rem]'

function daysOf(measure: MeasureRow) {
  return { startOn: toDay(measure.startOn), dueOn: toDay(measure.dueOn) }
}

/** So near an end, in percent, today's word takes the place of the month's. */
const edge = 32

/** Months at both ends and today in between; the list below says it all in words. */
function Axis({ span, today, now }: { span: ChartSpan; today: Day; now: number | null }) {
  const t = useTranslations('measures.chart')
  const locale = useLocale()
  return (
    <div aria-hidden="true" className={`${columns} px-4 pb-1 text-xs text-ink-2`}>
      <span className="hidden sm:block" />
      <span className="relative flex justify-between">
        <span className={now !== null && now < edge ? 'invisible' : ''}>
          {monthWords(span.from, locale)}
        </span>
        {now !== null ? (
          <span
            className="absolute -translate-x-1/2 whitespace-nowrap font-medium text-brand"
            style={{ left: `${Math.min(90, Math.max(10, now))}%` }}
          >
            {t('today', { day: nearDay(today, today, locale) })}
          </span>
        ) : null}
        <span className={now !== null && now > 100 - edge ? 'invisible' : ''}>
          {monthWords(span.to, locale)}
        </span>
      </span>
      <span className="hidden sm:block" />
    </div>
  )
}

function monthWords(day: Day, locale: 'zh-CN' | 'en'): string {
  const whole = formatDay(`${day.slice(0, 7)}-01`, locale)
  return locale === 'en' ? whole.slice(2) : whole.replace(/1日$/, '')
}

const bars = {
  green: ['bg-[#cfe0f1]', 'bg-[#3b78b8]'],
  yellow: ['bg-[#cfe0f1]', 'bg-[#3b78b8]'],
  red: ['bg-red-line', 'bg-red'],
  grey: ['bg-green-line', 'bg-green-line'],
} as const

type TrackProps = { measure: ChartMeasure; span: ChartSpan; now: number | null }

function Track({ measure, span, now }: TrackProps) {
  const t = useTranslations('measures.chart')
  const locale = useLocale()
  const days = daysOf(measure)
  const { left, width } = barOf(days, span)
  const cancelled = measure.status === 'CANCELLED'
  const [rest, filled] = cancelled ? ['bg-line', 'bg-line'] : bars[measure.light.colour]
  const start = formatDay(days.startOn, locale)
  const due = formatDay(days.dueOn, locale)
  return (
    <div className="relative h-4 sm:-my-2.5 sm:h-auto sm:self-stretch [print-color-adjust:exact]">
      <span className="sr-only">{t('bar', { start, due, percent: measure.percent })}</span>
      {now !== null ? (
        <span
          aria-hidden="true"
          className="absolute inset-y-0 w-px bg-brand"
          style={{ left: `${now}%` }}
        />
      ) : null}
      <span
        aria-hidden="true"
        className={`absolute top-1/2 h-3 -translate-y-1/2 overflow-hidden rounded-xs ${rest}`}
        style={{ left: `${left}%`, width: `${width}%` }}
      >
        <span className={`block h-full ${filled}`} style={{ width: `${measure.percent}%` }} />
      </span>
    </div>
  )
}

type StateProps = { caseId: string; measure: ChartMeasure; today: Day }

/** The light in few words; what is over says how it ended and when. */
function State({ caseId, measure, today }: StateProps) {
  const t = useTranslations('measures.chart')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const waiting = measure.extensions.some(({ status }) => status === 'REQUESTED')
  if (measure.status === 'CANCELLED') {
    return <span className="text-ink-2">{terms('measureStatus.CANCELLED')}</span>
  }
  if (measure.status === 'DONE') {
    const on = measure.doneOn ? nearDay(toDay(measure.doneOn), today, locale) : ''
    return <span className="text-green">{t('done', { on })}</span>
  }
  return (
    <>
      <CaseLight light={measure.light} today={today} short />
      <span className="block text-ink-2">
        {t('percent', { percent: measure.percent })}
        {waiting ? (
          <>
            {' · '}
            <TextLink
              className="underline"
              href={`/cases/${caseId}/measures/${measure.id}#extensions`}
            >
              {t('waiting')}
            </TextLink>
          </>
        ) : null}
      </span>
    </>
  )
}
