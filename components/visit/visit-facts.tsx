import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { toDay } from '@/lib/dates'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { VisitPage } from '@/lib/visits/queries'

/** Everything written on a visit. */
export function VisitFacts({ page, locale }: { page: VisitPage; locale: Locale }) {
  const t = useTranslations('visits.page')
  const terms = useTranslations('terms')
  const { visit, day, problems, measures, companions } = page
  const { caseId } = visit
  const on = (date: Date) => formatDay(toDay(date), locale)
  const text = (words: string): ReactNode => (
    <span className="measure block whitespace-pre-wrap">{words}</span>
  )
  const went = [...companions.map(({ name }) => name), visit.companions].filter(Boolean).join('、')
  const met = [
    visit.metCount === null ? '' : t('metCount', { count: visit.metCount }),
    visit.met,
  ].filter(Boolean)
  const links = (list: typeof problems, part: string) => (
    <ul>
      {list.map(({ id, number, title }) => (
        <li key={id}>
          <TextLink href={`/cases/${caseId}/${part}/${id}`}>
            {number}. {title}
          </TextLink>
        </li>
      ))}
    </ul>
  )
  const task = (
    <>
      {text(visit.task)}
      <span className="block text-md text-ink-2">
        {[
          visit.taskPerson && t('taskBy', { person: visit.taskPerson }),
          visit.taskDueOn && t('taskUntil', { day: on(visit.taskDueOn) }),
          visit.taskDoneOn &&
            t('taskDoneAt', { day: on(visit.taskDoneOn), by: visit.taskDoneByName }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {visit.taskResult ? text(visit.taskResult) : null}
    </>
  )
  const items: [string, ReactNode, boolean][] = [
    [
      t('case'),
      <TextLink key="case" href={`/cases/${caseId}`}>
        {visit.village?.name}
      </TextLink>,
      true,
    ],
    [t('kind'), terms(`contactKind.${visit.kind}`), true],
    [t('day'), formatDay(day, locale), true],
    [t('found'), text(visit.found), true],
    [t('settled'), text(visit.settled), visit.settled !== ''],
    [t('task'), task, visit.task !== ''],
    [t('met'), met.join(' · '), met.length > 0],
    [t('went'), went, went !== ''],
    [t('problems'), links(problems, 'problems'), problems.length > 0],
    [t('measures'), links(measures, 'measures'), measures.length > 0],
    [t('author'), [visit.organisationName, visit.authorName].filter(Boolean).join(' · '), true],
    [t('entered'), formatInstant(visit.createdAt, locale), true],
  ]
  return (
    <Card>
      {visit.withdrawnOn ? (
        <p className="pb-3 text-md">
          {t('withdrawnOn', { day: on(visit.withdrawnOn), reason: visit.withdrawReason })}
        </p>
      ) : null}
      <Facts
        columns={1}
        items={items.filter(([, , shown]) => shown).map(([label, value]) => ({ label, value }))}
      />
    </Card>
  )
}
