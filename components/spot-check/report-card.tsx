import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Fold } from '@/components/ui/fold'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { SpotCheckPage } from '@/lib/spot-checks/queries'
import type { Sheet } from '@/lib/spot-checks/sheet'

type Report = SpotCheckPage['reports'][number]
type ReportCardProps = { reports: readonly Report[]; sheet: Sheet; locale: Locale }

/** What the inspectors reported, the latest version, and below it the ones before. */
export function ReportCard({ reports, sheet, locale }: ReportCardProps) {
  const t = useTranslations('spotChecks.report')
  const [latest, ...earlier] = reports
  if (!latest) return null
  return (
    <Card
      title={t('title')}
      aside={reports.length > 1 ? t('version', { number: latest.number }) : undefined}
    >
      <ReportBody report={latest} sheet={sheet} locale={locale} />
      {earlier.length > 0 ? (
        <div className="pt-4">
          <Fold label={t('earlier')}>
            {earlier.map((report) => (
              <section key={report.id} className="rounded-md border border-line p-3">
                <h3 className="pb-2 text-md font-medium">
                  {t('version', { number: report.number })}
                </h3>
                <ReportBody report={report} sheet={sheet} locale={locale} />
              </section>
            ))}
          </Fold>
        </div>
      ) : null}
    </Card>
  )
}

function ReportBody({ report, sheet, locale }: { report: Report; sheet: Sheet; locale: Locale }) {
  const t = useTranslations('spotChecks')
  const terms = useTranslations('terms.spotCheckConclusion')
  const answerOf = (question: Sheet[number]) => {
    const given = report.answers[question.code]
    if (given === undefined) return <span className="text-ink-2">{t('form.unanswered')}</span>
    const word = question.kind === 'YES_NO' ? t(given === 'yes' ? 'form.yes' : 'form.no') : given
    return <span className="whitespace-pre-wrap">{word}</span>
  }
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Badge tone={report.conclusion === 'NO_PROBLEM' ? 'green' : 'amber'}>
          {terms(report.conclusion)}
        </Badge>
        <span className="text-md text-ink-2">
          {[formatDay(report.visitedOn, locale), report.authorName].join(' · ')}
        </span>
      </div>
      <dl className="grid gap-3 text-md">
        {sheet.map((question) => (
          <div key={question.code} className="grid gap-x-6 sm:grid-cols-2">
            <dt className="text-ink-2">{question.text}</dt>
            <dd>{answerOf(question)}</dd>
          </div>
        ))}
      </dl>
      <Facts
        items={[
          { label: t('report.summary'), value: text(report.summary) },
          { label: t('report.reason'), value: text(report.reason) },
        ]}
      />
    </div>
  )
}

const text = (words: string) =>
  words ? <span className="measure block whitespace-pre-wrap">{words}</span> : ''
