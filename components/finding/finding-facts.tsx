import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import type { Day } from '@/lib/dates'
import type { FindingPage } from '@/lib/findings/queries'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

/** Everything written on a finding, in the order in which it happened. */
export function FindingFacts({ page, locale }: { page: FindingPage; locale: Locale }) {
  const t = useTranslations('findings')
  const terms = useTranslations('terms')
  const { finding: row, kase, addresseesNow } = page
  const text = (words: string) =>
    words ? <span className="measure block whitespace-pre-wrap">{words}</span> : ''
  const by = (name: string, day: Day | null) =>
    day ? [name, formatDay(day, locale)].filter(Boolean).join(' ') : ''
  const measure = row.measure ? `${row.measure.number}. ${row.measure.title}` : ''
  return (
    <Card>
      <Facts
        items={[
          {
            label: t('village'),
            value: (
              <span className="flex flex-wrap gap-x-4">
                {row.village.name}
                {kase ? (
                  <TextLink className="screen-only" href={`/cases/${kase.id}`}>
                    {t('toCase')}
                  </TextLink>
                ) : null}
              </span>
            ),
          },
          {
            label: t('origin'),
            value: (
              <span className="flex flex-wrap gap-x-4">
                {terms(`findingOrigin.${row.origin}`)}
                {row.spotCheckId ? (
                  <TextLink className="screen-only" href={`/spot-checks/${row.spotCheckId}`}>
                    {t('toCheck')}
                  </TextLink>
                ) : null}
              </span>
            ),
          },
          { label: t('source'), value: text(row.source) },
          { label: t('foundOn'), value: formatDay(row.foundOn, locale) },
          { label: t('text'), value: text(row.text) },
          { label: t('evidence'), value: text(row.evidence) },
          {
            label: t('measure'),
            value:
              measure && kase && row.measure ? (
                <TextLink href={`/cases/${kase.id}/measures/${row.measure.id}`}>{measure}</TextLink>
              ) : (
                measure
              ),
          },
          { label: t('recordedBy'), value: row.recordedByName },
          { label: t('sentTo'), value: addresseesNow.map(({ name }) => name).join('、') },
          { label: t('sentBy'), value: by(row.sentByName, row.sentOn) },
          {
            label: t(row.state === 'WITHDRAWN' ? 'withdrawn' : 'settlement'),
            value: text(row.settlement),
          },
          { label: t('settledBy'), value: by(row.settledByName, row.settledOn) },
        ]}
      />
    </Card>
  )
}
