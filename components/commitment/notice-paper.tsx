import type { CommitmentLine } from '@/lib/commitments/list-queries'
import type { Day } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { useCommitmentWords } from './commitment-words'

type NoticePaperProps = {
  village: string
  commitments: readonly CommitmentLine[]
  today: Day
  locale: Locale
}

/** The sheet for the notice board: positions, texts, days and results, and nothing of a listing. */
export function NoticePaper({ village, commitments, today, locale }: NoticePaperProps) {
  const { t, who, result } = useCommitmentWords()
  const title = t('paper.title', { village })
  return (
    <article className="official" data-paper>
      <h2 className="official-title">{title}</h2>
      <p className="official-mark">{t('paper.mark', { day: formatDay(today, locale) })}</p>
      <p>{t('paper.lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard */}
      <section aria-label={title} tabIndex={0} className="mt-3 overflow-x-auto">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('paper.number')}</th>
              <th scope="col" className="w-36">
                {t('paper.who')}
              </th>
              <th scope="col">{t('paper.what')}</th>
              <th scope="col" className="w-32">
                {t('paper.due')}
              </th>
              <th scope="col" className="w-24">
                {t('paper.result')}
              </th>
            </tr>
          </thead>
          <tbody>
            {commitments.map((row, index) => (
              <tr key={row.id}>
                <td className="text-center">{index + 1}</td>
                <td>{who(row)}</td>
                <td className="whitespace-pre-line">{row.text}</td>
                <td>{formatDay(row.dueOn, locale)}</td>
                <td className="whitespace-nowrap">{result(row.result) ?? t('paper.open')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-4">{t('paper.phone')}</p>
      <div className="official-sign">
        <p>{t('paper.sign', { village })}</p>
        <p>{formatDay(today, locale)}</p>
      </div>
    </article>
  )
}
