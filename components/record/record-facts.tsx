import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { toDay } from '@/lib/dates'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { isApplied, moveOf } from '@/lib/records/kinds'
import type { RecordPage } from '@/lib/records/queries'
import { useDetailFacts } from './detail-facts'

/** Everything written on a record. */
export function RecordFacts({ page, locale }: { page: RecordPage; locale: Locale }) {
  const t = useTranslations('records')
  const terms = useTranslations('terms.recordKind')
  const factsOf = useDetailFacts()
  const { record, day, problems, measures } = page
  const { caseId, kind } = record
  const links = (list: typeof problems, part: string): ReactNode =>
    list.length === 0 ? null : (
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
  return (
    <Card>
      {record.withdrawnOn ? (
        <p className="pb-3 text-md">
          {t('page.withdrawnOn', {
            day: formatDay(toDay(record.withdrawnOn), locale),
            reason: record.withdrawReason,
          })}
        </p>
      ) : null}
      <Facts
        columns={1}
        items={[
          {
            label: t('page.case'),
            value: <TextLink href={`/cases/${caseId}`}>{record.village?.name}</TextLink>,
          },
          { label: t('page.kind'), value: `${t(`moves.${moveOf(kind)}`)} · ${terms(kind)}` },
          { label: t('page.day'), value: formatDay(day, locale) },
          ...factsOf(kind, record.detail as Record<string, unknown>),
          {
            label: t('page.text'),
            value: record.text ? (
              <span className="measure block whitespace-pre-wrap">{record.text}</span>
            ) : null,
          },
          { label: t('page.problems'), value: links(problems, 'problems') },
          { label: t('page.measures'), value: links(measures, 'measures') },
          {
            label: t('page.author'),
            value: [record.organisationName, record.authorName].filter(Boolean).join(' · '),
          },
          { label: t('page.entered'), value: formatInstant(record.createdAt, locale) },
        ]}
      />
      {isApplied(kind) && !record.withdrawnOn ? (
        <p className="muted screen-only pt-3 text-md">{t('page.applied')}</p>
      ) : null}
    </Card>
  )
}
