import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/lib/i18n/format'
import type { Paper, PaperMeasure } from '@/lib/plans/paper'
import { useMeasureWords } from './measure-words'

/** 附件: problems, measures and responsibilities as one sheet. */
export function MeasuresAnnex({ paper }: { paper: Paper }) {
  const t = useTranslations('plans.paper')
  return (
    <section className="official-sheet">
      <p className="official-annex">{t('annex')}</p>
      <h3 className="official-sheet-title">{t('annexTitle')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard */}
      <section className="overflow-x-auto" aria-label={t('annexTitle')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {(['no', 'problems', 'measure', 'goal', 'unit', 'who', 'when'] as const).map(
                (name) => (
                  <th key={name} scope="col">
                    {t(`columns.${name}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {paper.measures.map((measure) => (
              <AnnexRow key={measure.key} measure={measure} paper={paper} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function AnnexRow({ measure, paper }: { measure: PaperMeasure; paper: Paper }) {
  const { person, period } = useMeasureWords(measure)
  const answered = paper.problems.filter(({ number }) => measure.problemNumbers.includes(number))
  return (
    <tr>
      <td>{measure.number}</td>
      <td>
        {answered.map(({ key, number, title }) => (
          <span key={key} className="block">
            {number}. {title}
          </span>
        ))}
      </td>
      <td>{measure.title}</td>
      <td>{measure.target}</td>
      <td>{measure.organisationName}</td>
      <td>{person}</td>
      <td>{period}</td>
    </tr>
  )
}

/** 审核页: meeting of the township committee, opinions, record number; signed and sealed by hand. */
export function ReviewSheet({ paper }: { paper: Paper }) {
  const t = useTranslations('plans.paper')
  const locale = useLocale()
  const decided = paper.decidedOn
    ? t('decided', { by: paper.decidedByName, on: formatDay(paper.decidedOn, locale) })
    : ''
  const rows = [
    { head: t('review.meeting'), body: '', sign: t('dateBlank') },
    { head: t('review.leader'), body: '', sign: t('signAndDate') },
    { head: t('review.office'), body: decided, sign: t('sealAndDate') },
    { head: t('review.recordNo'), body: paper.recordNo, sign: '' },
  ]
  return (
    <section className="official-sheet unbroken">
      <h3 className="official-sheet-title">{t('review.title')}</h3>
      <table>
        <tbody>
          {rows.map(({ head, body, sign }) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              <td className="official-opinion">
                <p>{body}</p>
                <p className="official-hand">{sign}</p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
