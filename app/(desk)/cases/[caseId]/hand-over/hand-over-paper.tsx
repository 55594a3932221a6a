import { useLocale, useTranslations } from 'next-intl'
import { InternalNote } from '@/components/case/internal-note'
import { SignatureBlock } from '@/components/ui/signature-block'
import type { HandOver } from '@/lib/cases/exceptional-queries'
import { formatDay } from '@/lib/i18n/format'

/** The list as a document; on paper nothing else of the page is printed. */
export function HandOverPaper(list: HandOver & { handedOverOn: string }) {
  const t = useTranslations('candidates')
  const terms = useTranslations('terms.category')
  const locale = useLocale()
  const { township, village, batch, problems, internal } = list
  const heads = ['number', 'category', 'kind', 'problem', 'cause', 'evidence'] as const
  return (
    <article data-paper className="official">
      <h2 className="official-title">{t('handOverHead', { township, village })}</h2>
      <p className="official-mark">
        {t('handOverLine', { batch, on: formatDay(list.handedOverOn, locale) })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard */}
      <section aria-label={t('handOverTitle')} tabIndex={0} className="overflow-x-auto">
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.map((problem) => (
              <tr key={problem.id}>
                <td>{problem.number}</td>
                <td>{terms(problem.category)}</td>
                <td>{locale === 'en' ? problem.kind.titleEn : problem.kind.titleZh}</td>
                <td>{problem.title}</td>
                <td className="whitespace-pre-wrap">{problem.cause}</td>
                <td>
                  <span className="whitespace-pre-wrap">{problem.evidence}</span>
                  <span className="screen-only">
                    <InternalNote notes={internal[problem.id]} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SignatureBlock items={[t('signer.office'), t('signer.township'), t('signer.person')]} />
    </article>
  )
}
