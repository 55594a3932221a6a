import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { describeEvent } from '@/lib/audit/describe'
import type { Day } from '@/lib/dates'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import { useEventWords } from './event-words'

export type TimelineEvent = {
  id: string
  at: Date
  occurredOn: Day
  kind: string
  origin: 'USER' | 'IMPORT' | 'SYSTEM'
  actorName: string
  actorOrganisation: string
  internal: boolean
  details: unknown
}

/** Events in sentences, grouped by the day on which they happened. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const locale = useLocale()
  const days = events.reduce<{ day: Day; events: TimelineEvent[] }[]>((groups, event) => {
    const last = groups.at(-1)
    if (last?.day === event.occurredOn) last.events.push(event)
    else groups.push({ day: event.occurredOn, events: [event] })
    return groups
  }, [])
  return (
    <ol>
      {days.map(({ day, events: ofDay }) => (
        <li
          key={ofDay[0]?.id}
          className="grid gap-x-4 border-t border-line px-4 py-3 first:border-t-0 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
        >
          <h3 className="text-md font-medium text-ink-2">{formatDay(day, locale)}</h3>
          <ol className="grid gap-3">
            {ofDay.map((event) => (
              <Entry key={event.id} event={event} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

function Entry({ event }: { event: TimelineEvent }) {
  const t = useTranslations('cases.history')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const { sentence, quote, stages } = describeEvent(event, useEventWords())
  const at = formatInstant(event.at, locale)
  const who = [event.actorOrganisation, event.actorName].filter(Boolean).join(' · ')
  const recorded = isSameDay(event.at, event.occurredOn) ? at : t('recorded', { at })
  return (
    <li className="unbroken min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span>{sentence}</span>
        {stages ? (
          <Badge tone="blue">
            {stages.from ? t('moved', { from: stages.from, to: stages.to }) : stages.to}
          </Badge>
        ) : null}
        {event.internal ? <Badge tone="brand">{terms('internal')}</Badge> : null}
      </p>
      {quote ? (
        <p className="measure mt-0.5 border-s-2 border-line ps-3 text-md whitespace-pre-wrap text-ink-2">
          {quote}
        </p>
      ) : null}
      <p className="text-sm text-ink-3">
        {[who, event.origin === 'IMPORT' ? t('entered', { at }) : recorded]
          .filter(Boolean)
          .join(t('separator'))}
      </p>
    </li>
  )
}

function isSameDay(at: Date, day: Day): boolean {
  return shanghai.format(at) === day
}

// Swedish writes ISO dates.
const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
