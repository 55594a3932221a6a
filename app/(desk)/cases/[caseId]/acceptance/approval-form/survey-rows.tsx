import { useTranslations } from 'next-intl'

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

/** 测评: the counts of the tally, left to be written in by hand. */
export function SurveyRows() {
  const t = useTranslations('closure.form')
  const tally = useTranslations('closure.form.tally')
  return (
    <>
      <p className="official-sheet-title">{t('survey')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways is reached by keyboard */}
      <section aria-label={t('survey')} tabIndex={0} className="overflow-x-auto">
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {tally(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {columns.map((name) => (
                <td key={name} className="h-9" />
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </>
  )
}
