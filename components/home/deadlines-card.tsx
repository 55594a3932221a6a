import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { nearDay } from '@/lib/cases/light-words'
import type { Deadline } from '@/lib/dashboards/deadlines'
import type { Day } from '@/lib/dates'
import { withInnerQuotes } from '@/lib/i18n/quoted'

const shown = 8

/** What falls due soon, the nearest first. */
export function DeadlinesCard({ deadlines, today }: { deadlines: Deadline[]; today: Day }) {
  const t = useTranslations('home')
  const terms = useTranslations('terms.acceptanceLevel')
  const locale = useLocale()
  const [first, rest] = [deadlines.slice(0, shown), deadlines.slice(shown)]
  const words = (kind: Deadline['kind'], title: string) =>
    kind === 'acceptance'
      ? terms(title as never)
      : t(`deadline.${kind}`, withInnerQuotes({ title }))
  const list = (items: Deadline[]) => (
    <ul className="grid gap-2.5">
      {items.map(({ key, kind, day, title, village, href, light }) => (
        <li key={key} className="grid grid-cols-[4.75rem_minmax(0,1fr)] gap-x-3 text-md">
          <span className="text-ink-2">{nearDay(day, today, locale)}</span>
          <span>
            <TextLink href={href}>{words(kind, title)}</TextLink>
            <span className="text-ink-2"> · {village}</span>
            <span className="block">
              <CaseLight light={light} today={today} short />
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <Card title={t('deadlines')} aside={t('deadlineCount', { count: deadlines.length })}>
      {deadlines.length === 0 ? <p className="muted text-md">{t('noDeadlines')}</p> : list(first)}
      {rest.length > 0 ? (
        <details className="mt-3">
          <summary className="min-h-(--control-small) text-md text-ink-2">
            {t('moreDeadlines', { count: rest.length })} ▾
          </summary>
          {list(rest)}
        </details>
      ) : null}
    </Card>
  )
}
