import { useTranslations } from 'next-intl'
import { percentOf, type Tally } from '@/lib/surveys/rules'
import type { SurveyKind } from '@/prisma/generated/enums'

type Result = {
  kind: SurveyKind
  due: number
  issued: number
  returned: number
  valid: number
  votes: number | null
  satisfied: number | null
  tallies: unknown
}

const columns = [
  'due',
  'issued',
  'returned',
  'valid',
  'satisfied',
  'basically',
  'dissatisfied',
  'unknown',
  'rate',
] as const

/** 测评: the published counts of both surveys; without any, a row to be written in by hand. */
export function SurveyRows({ results }: { results: readonly Result[] }) {
  const t = useTranslations('closure.form')
  const tally = useTranslations('closure.form.tally')
  const kinds = useTranslations('terms.surveyKind')
  return (
    <>
      <p className="official-sheet-title">{t('survey')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways is reached by keyboard */}
      <section aria-label={t('survey')} tabIndex={0} className="overflow-x-auto">
        <table>
          <thead>
            <tr>
              {results.length > 0 ? <th scope="col">{t('surveyKind')}</th> : null}
              {columns.map((name) => (
                <th key={name} scope="col">
                  {tally(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <tr key={result.kind}>
                <th scope="row">{kinds(result.kind)}</th>
                {columns.map((name) => (
                  <td key={name}>{countsOf(result)[name]}</td>
                ))}
              </tr>
            ))}
            {results.length === 0 ? (
              <tr>
                {columns.map((name) => (
                  <td key={name} className="h-9" />
                ))}
              </tr>
            ) : null}
          </tbody>
        </table>
      </section>
    </>
  )
}

function countsOf(result: Result): Record<(typeof columns)[number], string | number> {
  const overall = (result.tallies as Tally[]).at(-1)
  const percent = percentOf(result.satisfied ?? 0, result.votes ?? 0)
  return {
    due: result.due,
    issued: result.issued,
    returned: result.returned,
    valid: result.valid,
    satisfied: overall?.satisfied ?? '',
    basically: overall?.basic ?? '',
    dissatisfied: overall?.dissatisfied ?? '',
    unknown: overall?.unknown ?? '',
    rate: percent === null ? '' : `${percent}%`,
  }
}
