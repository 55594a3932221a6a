import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { CoordinationStatus } from '@/prisma/generated/enums'

type RequestFactsProps = {
  request: {
    status: CoordinationStatus
    request: string
    village: { name: string } | null
    raisedByName: string
    raisedOn: Date
    department: { name: string } | null
    dueOn: Date | null
    routeNote: string
    routedByName: string
    routedOn: Date | null
    answer: string
    answeredByName: string
    answeredOn: Date | null
    returns: number
    returnReason: string
    closingNote: string
    closedByName: string
    closedOn: Date | null
  }
  township: string
  kase: { paused: boolean; batch: { name: string } | null } | null
  locale: Locale
}

/** Everything written on a request, in the order in which it happened. */
export function RequestFacts({ request: row, township, kase, locale }: RequestFactsProps) {
  const t = useTranslations('coordination')
  const day = (date: Date | null) => (date ? formatDay(toDay(date), locale) : '')
  const by = (name: string, date: Date | null) => [name, day(date)].filter(Boolean).join(' ')
  const text = (words: string): ReactNode => (
    <span className="measure block whitespace-pre-wrap">{words}</span>
  )
  const place = [township, row.village?.name, kase?.batch?.name].filter(Boolean).join(' · ')
  const items: { label: string; value: ReactNode; when: unknown }[] = [
    { label: t('place'), value: place, when: true },
    { label: t('raisedBy'), value: by(row.raisedByName, row.raisedOn), when: true },
    { label: t('request'), value: text(row.request), when: true },
    { label: t('department'), value: row.department?.name, when: row.department },
    { label: t('routedBy'), value: by(row.routedByName, row.routedOn), when: row.routedOn },
    { label: t('dueOn'), value: day(row.dueOn), when: row.dueOn },
    { label: t('note'), value: text(row.routeNote), when: row.routeNote },
    { label: t('answer'), value: text(row.answer), when: row.answer },
    { label: t('answeredBy'), value: by(row.answeredByName, row.answeredOn), when: row.answeredOn },
    {
      label: t('returned', { count: row.returns }),
      value: text(row.returnReason),
      when: row.returns > 0,
    },
    {
      label: t(`closing.${row.status === 'SETTLED' ? 'settled' : 'refused'}`),
      value: text(row.closingNote),
      when: row.closingNote,
    },
    {
      label: t(`closedBy.${row.status === 'SETTLED' ? 'settled' : 'refused'}`),
      value: by(row.closedByName, row.closedOn),
      when: row.closedOn,
    },
  ]
  return (
    <Card>
      {kase?.paused ? <p className="pb-3 text-md">{t('paused')}</p> : null}
      <Facts
        columns={1}
        items={items.filter(({ when }) => when).map(({ label, value }) => ({ label, value }))}
      />
    </Card>
  )
}
