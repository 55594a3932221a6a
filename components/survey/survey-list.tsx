import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { DemoMark } from '@/components/village/demo-mark'
import { nearDay } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { SurveyLine } from '@/lib/surveys/queries'
import { percentText } from './survey-figures'
import { SurveyState } from './survey-state'

type Line = SurveyLine & { township?: string; village?: { name: string; demo: boolean } | null }

type SurveyListProps = {
  surveys: Line[]
  today: Day
  /** On the page of one case: without its village and township. */
  ofOne?: boolean
  empty?: React.ReactNode
}

/** Rounds with where they stand and, where figures may be shown, what came of them. */
export function SurveyList({ surveys, today, ofOne, empty }: SurveyListProps) {
  const t = useTranslations('surveys')
  const terms = useTranslations('terms.surveyKind')
  const locale = useLocale()
  return (
    <Table
      caption={t('title')}
      rows={surveys}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          head: t('round'),
          main: true,
          cell: (row) => (
            <TextLink href={`/surveys/${row.id}`}>
              {ofOne ? '' : `${row.villageName} · `}
              {t('roundOf', { kind: terms(row.kind), number: row.number })}
            </TextLink>
          ),
        },
        ...(ofOne
          ? []
          : [
              {
                head: t('township'),
                nowrap: true,
                cell: (row: Line) => (
                  <>
                    {row.township}
                    <DemoMark village={row.village} />
                  </>
                ),
              },
            ]),
        { head: t('stands'), cell: (row) => <SurveyState state={row.state} /> },
        {
          head: t('until'),
          nowrap: true,
          cell: (row) => nearDay(row.closedOn ?? row.endsOn, today, locale),
        },
        {
          head: t('count.valid'),
          align: 'end',
          cell: (row) => (row.result ? String(row.result.valid) : ''),
        },
        {
          head: t('share'),
          align: 'end',
          nowrap: true,
          cell: (row) =>
            row.result ? (row.result.shown ? percentText(row.percent) : t('tooFewShort')) : '',
        },
      ]}
    />
  )
}
