import { useTranslations } from 'next-intl'
import { SignatureBlock } from '@/components/ui/signature-block'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { SurveyLine } from '@/lib/surveys/queries'
import { percentOf, satisfiedOf, type Tally, votesOf } from '@/lib/surveys/rules'
import { percentText } from './survey-figures'

type Result = NonNullable<SurveyLine['result']> & {
  tallies: unknown
  paper: number
  differing: number
  countedBy: string
  scrutinisedBy: string
  ledBy: string
}

type TallySheetProps = {
  county: string
  township: string
  survey: SurveyLine
  result: Result
  locale: Locale
}

const answers = ['satisfied', 'basic', 'dissatisfied', 'unknown'] as const
const counts = ['due', 'present', 'issued', 'returned', 'valid'] as const

/** The tally as a document; on paper nothing else of the page is printed. */
export function TallySheet({ county, township, survey, result, locale }: TallySheetProps) {
  const t = useTranslations('surveys')
  const terms = useTranslations('terms.surveyKind')
  const tallies = result.tallies as Tally[]
  const shown = counts.filter((name) => result[name] !== null)
  return (
    <article data-paper className="official">
      <h2 className="official-title">{t('sheet.title', { village: survey.villageName })}</h2>
      <p className="official-mark">
        {t('sheet.mark', {
          county,
          township,
          round: t('roundOf', { kind: terms(survey.kind), number: survey.number }),
          day: survey.closedOn ? formatDay(survey.closedOn, locale) : '',
        })}
      </p>
      <table>
        <caption className="sr-only">{t('result')}</caption>
        <thead>
          <tr>
            {shown.map((name) => (
              <th key={name} scope="col">
                {t(`count.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {shown.map((name) => (
              <td key={name} className="text-center">
                {result[name]}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <table className="mt-4">
        <caption className="sr-only">{t('answers')}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-2/5">
              {t('questionHead')}
            </th>
            {answers.map((name) => (
              <th key={name} scope="col">
                {t(`answer.${name}`)}
              </th>
            ))}
            <th scope="col">{t('share')}</th>
          </tr>
        </thead>
        <tbody>
          {tallies.map((tally) => (
            <tr key={tally.question}>
              <th scope="row">{tally.question}</th>
              {answers.map((name) => (
                <td key={name} className="text-center">
                  {tally[name]}
                </td>
              ))}
              <td className="text-center">
                {percentText(percentOf(satisfiedOf(tally, result.basicCounts), votesOf(tally)))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t(result.basicCounts ? 'ruleCounts' : 'ruleNot')}
        {t('sheet.rules', { version: result.ruleSetVersion })}
        {result.margin === null ? '' : t('sheet.margin', { points: String(result.margin) })}
        {result.paper > 0
          ? t('sheet.paper', { paper: result.paper, differing: result.differing })
          : ''}
      </p>
      {result.countedBy || result.scrutinisedBy || result.ledBy ? (
        <p>
          {[
            t('sheet.counted', { name: result.countedBy || '________' }),
            t('sheet.scrutinised', { name: result.scrutinisedBy || '________' }),
            t('sheet.led', { name: result.ledBy || '________' }),
          ].join('　')}
        </p>
      ) : null}
      <SignatureBlock items={[t('countedBy'), t('scrutinisedBy'), t('ledBy'), t('sheet.office')]} />
    </article>
  )
}
