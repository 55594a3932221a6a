import { useLocale, useTranslations } from 'next-intl'
import { pointsOf } from '@/lib/appraisals/points'
import type { ReadSheet } from '@/lib/appraisals/queries'
import { formatDay } from '@/lib/i18n/format'

/** 考核结果单 on paper: figures, total, grade, who headed the organisation, 包保, seals. */
export function ResultPaper({ sheet, appraisal, rules, values }: ReadSheet) {
  const t = useTranslations('appraisals')
  const locale = useLocale()
  const lang = locale === 'en' ? 'en' : 'zh'
  const day = (value: string) => formatDay(value, locale)
  const grade = rules.bands.find(({ code }) => code === sheet.grade)
  return (
    <article className="official" data-paper>
      <h2 className="official-title">{t('sheet.paper', { year: String(appraisal.year) })}</h2>
      <p className="official-mark">
        {t('sheet.paperLine', {
          ...{ from: day(appraisal.from), to: day(appraisal.to) },
          version: appraisal.ruleVersion,
        })}
        {sheet.state === 'PUBLISHED' ? null : <b> {t(`sheet.unfinished.${sheet.state}`)}</b>}
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('organisation')}</th>
            <td>{sheet.organisationName}</td>
          </tr>
          <tr>
            <th scope="row">{t('head.title')}</th>
            <td>
              {sheet.heads.map(({ name, post, from, to }) => (
                <div key={`${name}${from}`}>
                  {t(post ? 'head.line' : 'head.lineBare', {
                    ...{ name, post, from: day(from), to: day(to) },
                  })}
                </div>
              ))}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('score')}</th>
            <td>
              <b>{pointsOf(sheet.verified)}</b> {grade?.title[lang] ?? ''}
            </td>
          </tr>
          {appraisal.documentNo ? (
            <tr>
              <th scope="row">{t('publish.documentNo')}</th>
              <td>{appraisal.documentNo}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <table className="mt-4">
        <thead>
          <tr>
            <th scope="col">{t('sheet.indicator')}</th>
            <th scope="col">{t('sheet.weight')}</th>
            <th scope="col">{t('sheet.figure')}</th>
            <th scope="col">{t('sheet.effective')}</th>
            <th scope="col">{t('sheet.counts')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((row) => (
            <tr key={row.id}>
              <td>
                {row.indicator?.title[lang] ?? row.code}
                {row.verifyNote ? (
                  <div>
                    {t('sheet.adjusted', { score: pointsOf(row.score), note: row.verifyNote })}
                  </div>
                ) : null}
              </td>
              <td className="num">{row.weight}</td>
              <td className="num">
                {row.denominator === 0 ? t('notApplicable') : `${row.numerator}/${row.denominator}`}
              </td>
              <td className="num">{row.denominator === 0 ? '—' : pointsOf(row.effective)}</td>
              <td className="num">{pointsOf(row.counts)}</td>
            </tr>
          ))}
          <tr>
            <td>
              <b>{t('sheet.total')}</b>
            </td>
            <td className="num">100</td>
            <td />
            <td className="num">{sheet.verified === null ? '—' : '100.00'}</td>
            <td className="num">
              <b>{pointsOf(sheet.verified)}</b>
            </td>
          </tr>
          <tr>
            <td colSpan={5}>{t('sheet.spread')}</td>
          </tr>
        </tbody>
      </table>
      {sheet.bindings.length > 0 ? (
        <table className="mt-4">
          <thead>
            <tr>
              <th scope="col">{t('binding.village')}</th>
              <th scope="col">{t('binding.slot')}</th>
              <th scope="col">{t('binding.holder')}</th>
              <th scope="col">{t('binding.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.bindings.map((row) => (
              <tr key={`${row.caseId}-${row.slot}-${row.holder}-${row.from}`}>
                <td>{row.village}</td>
                <td>{t(`slot.${row.slot}`)}</td>
                <td>{row.holder}</td>
                <td>{t(`standing.${row.standing}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <table className="mt-4">
        <tbody>
          {(['appraised', 'office'] as const).map((who) => (
            <tr key={who}>
              <th scope="row">{t(`sign.${who}`)}</th>
              <td className="official-opinion">
                <p className="official-hand">
                  {who === 'office' && appraisal.publishedOn ? day(appraisal.publishedOn) : ''}
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}
