import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Fold } from '@/components/ui/fold'
import { TextLink } from '@/components/ui/link'
import { nearDay } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import type { ExistingRecord } from '@/lib/spot-checks/record-queries'

type KnownRecordProps = { known: ExistingRecord; villageId: string; locale: Locale; today: Day }

/** What the system knows of a village already, so that nobody is asked for it again. */
export function KnownRecord({ known, villageId, locale, today }: KnownRecordProps) {
  const t = useTranslations('spotChecks')
  const terms = useTranslations('terms')
  const { kase, visits, records, last, openFindings, visitsThisWeek } = known
  const near = (day: Day) => nearDay(day, today, locale)
  const done = kase?.measures.filter(({ status }) => status === 'DONE') ?? []
  const solved = kase?.problems.filter(({ status }) => status !== 'OPEN') ?? []
  return (
    <Card
      title={t('known.title')}
      aside={visitsThisWeek > 0 ? t('known.week', { count: visitsThisWeek }) : undefined}
    >
      <p className="muted measure pb-3 text-md">{t('known.lead')}</p>
      <div className="grid gap-4">
        <Facts
          columns={2}
          items={[
            {
              label: t('page.case'),
              value: kase ? (
                <TextLink href={`/cases/${kase.id}`}>{t('page.toCase')}</TextLink>
              ) : (
                <TextLink href={`/villages/${villageId}`}>{t('page.noCase')}</TextLink>
              ),
            },
            { label: t('known.stage'), value: kase ? terms(`stage.${kase.stage}`) : '' },
            {
              label: t('known.problems'),
              value: kase
                ? t('known.solved', { solved: solved.length, count: kase.problems.length })
                : '',
            },
            {
              label: t('known.measures'),
              value: kase
                ? t('known.measuresDone', { done: done.length, count: kase.measures.length })
                : '',
            },
            {
              label: t('known.lastCheck'),
              value: last ? (
                <TextLink href={`/spot-checks/${last.id}`}>
                  {[
                    last.visitedOn ? near(last.visitedOn) : '',
                    terms(`inspectionMethod.${last.method}`),
                    last.conclusion ? terms(`spotCheckConclusion.${last.conclusion}`) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </TextLink>
              ) : (
                t('known.noCheck')
              ),
            },
            {
              label: t('known.openFindings'),
              value:
                openFindings > 0 ? (
                  <TextLink href={`/findings?village=${villageId}&state=OPEN`}>
                    {openFindings}
                  </TextLink>
                ) : (
                  t('known.none')
                ),
            },
          ]}
        />
        {kase && kase.problems.length > 0 ? (
          <Fold label={t('known.problems')}>
            <ul className="grid gap-1.5 text-md">
              {kase.problems.map((row) => (
                <li key={row.id} className="flex flex-wrap items-baseline gap-x-2">
                  <TextLink href={`/cases/${kase.id}/problems/${row.id}`}>
                    {row.number}. {row.title}
                  </TextLink>
                  <Badge tone={row.status === 'OPEN' ? 'amber' : 'green'}>
                    {terms(`problemStatus.${row.status}`)}
                  </Badge>
                </li>
              ))}
            </ul>
          </Fold>
        ) : null}
        {kase && kase.measures.length > 0 ? (
          <div className="grid gap-1.5">
            <h3 className="text-md font-medium">{t('known.claimed')}</h3>
            <p className="text-sm text-ink-2">
              {done.length > 0 ? t('known.claimedHint') : t('known.none')}
            </p>
            <MeasureLines kaseId={kase.id} measures={done} today={today} locale={locale} />
            {kase.measures.length > done.length ? (
              <Fold label={t('known.measures')}>
                <MeasureLines
                  kaseId={kase.id}
                  measures={kase.measures.filter(({ status }) => status !== 'DONE')}
                  today={today}
                  locale={locale}
                />
              </Fold>
            ) : null}
          </div>
        ) : null}
        {kase ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <Latest
              title={t('known.lastVisits')}
              none={t('known.noVisits')}
              rows={visits.map((row) => ({
                id: row.id,
                href: `/visits/${row.id}`,
                head: [near(row.day), row.organisationName].filter(Boolean).join(' · '),
                text: row.found,
              }))}
            />
            <Latest
              title={t('known.lastRecords')}
              none={t('known.noRecords')}
              rows={records.map((row) => ({
                id: row.id,
                href: `/records/${row.id}`,
                head: [near(row.day), terms(`recordKind.${row.kind}`)].join(' · '),
                text: row.text,
              }))}
            />
          </div>
        ) : null}
      </div>
    </Card>
  )
}

type Measures = NonNullable<ExistingRecord['kase']>['measures']
type MeasureLinesProps = { kaseId: string; measures: Measures; today: Day; locale: Locale }

function MeasureLines({ kaseId, measures, today, locale }: MeasureLinesProps) {
  const t = useTranslations('spotChecks.known')
  return (
    <ul className="grid gap-1.5 text-md">
      {measures.map((row) => (
        <li key={row.id} className="flex flex-wrap items-baseline gap-x-2">
          <TextLink href={`/cases/${kaseId}/measures/${row.id}`}>
            {row.number}. {row.title}
          </TextLink>
          <span className="text-sm text-ink-2">
            {row.doneOn
              ? t('doneOn', { day: nearDay(row.doneOn, today, locale) })
              : `${row.percent}%`}
          </span>
          {row.status === 'OPEN' && row.dueOn < today ? (
            <Badge tone="red">{t('late')}</Badge>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

type LatestProps = {
  title: string
  none: string
  rows: { id: string; href: string; head: string; text: string }[]
}

function Latest({ title, none, rows }: LatestProps) {
  return (
    <div className="grid content-start gap-1.5">
      <h3 className="text-md font-medium">{title}</h3>
      {rows.length === 0 ? <p className="text-sm text-ink-2">{none}</p> : null}
      <ul className="grid gap-2 text-md">
        {rows.map((row) => (
          <li key={row.id}>
            <TextLink href={row.href}>{row.head}</TextLink>
            <span className="line-clamp-2 text-sm text-ink-2">{row.text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
