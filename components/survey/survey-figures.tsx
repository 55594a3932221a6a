import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { Table } from '@/components/ui/table'
import type { SurveyLine } from '@/lib/surveys/queries'
import { percentOf, satisfiedOf, type Tally, votesOf } from '@/lib/surveys/rules'

type Result = NonNullable<SurveyLine['result']> & { tallies: unknown; paper: number }

type SurveyFiguresProps = {
  survey: Pick<SurveyLine, 'kind' | 'percent'>
  result: Result
}

const columns = ['satisfied', 'basic', 'dissatisfied', 'unknown', 'blank', 'spoiled'] as const

/** The figures of a closed round: counts of ballots, each answer, the share and the rule behind it. */
export function SurveyFigures({ survey, result }: SurveyFiguresProps) {
  const t = useTranslations('surveys')
  const { basicCounts } = result
  const tallies = result.tallies as Tally[]
  return (
    <div className="grid gap-4">
      <SurveyCounts survey={survey} result={result} />
      {result.shown ? (
        <Table
          caption={t('answers')}
          rows={tallies}
          rowKey={({ question }) => question}
          columns={[
            { head: t('questionHead'), main: true, cell: ({ question }) => question },
            ...columns.map((column) => ({
              head: t(`answer.${column}`),
              align: 'end' as const,
              cell: (tally: Tally) => String(tally[column]),
            })),
            {
              head: t('share'),
              align: 'end' as const,
              nowrap: true,
              cell: (tally: Tally) =>
                percentText(percentOf(satisfiedOf(tally, basicCounts), votesOf(tally))),
            },
          ]}
        />
      ) : null}
      {result.shown ? (
        <p className="muted text-md">{t(basicCounts ? 'ruleCounts' : 'ruleNot')}</p>
      ) : null}
    </div>
  )
}

/** Due, present, issued, returned, valid, and what came of it. */
function SurveyCounts({
  survey,
  result,
}: {
  survey: Pick<SurveyLine, 'kind' | 'percent'>
  result: Omit<Result, 'tallies' | 'paper'>
}) {
  const t = useTranslations('surveys')
  const { votes, satisfied, dissatisfied, margin } = result
  return (
    <Facts
      columns={3}
      items={[
        { label: t('count.due'), value: String(result.due) },
        { label: t('count.present'), value: result.present === null ? '' : String(result.present) },
        { label: t('count.issued'), value: String(result.issued) },
        { label: t('count.returned'), value: String(result.returned) },
        { label: t('count.valid'), value: String(result.valid) },
        ...(result.shown
          ? [
              {
                label: t('share'),
                value: (
                  <>
                    <strong>{percentText(survey.percent)}</strong>{' '}
                    {t('outOf', { part: satisfied ?? 0, votes: votes ?? 0 })}
                    {margin === null ? '' : ` ${t('margin', { points: String(margin) })}`}
                  </>
                ),
              },
              {
                label: t('against'),
                value: `${percentText(percentOf(dissatisfied ?? 0, votes ?? 0))} ${t('outOf', { part: dissatisfied ?? 0, votes: votes ?? 0 })}`,
              },
            ]
          : []),
      ]}
    />
  )
}

export const percentText = (percent: number | null) => (percent === null ? '—' : `${percent}%`)
