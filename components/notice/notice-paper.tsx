import { useLocale, useTranslations } from 'next-intl'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { NoticePage } from '@/lib/notices/queries'

type NoticePaperProps = { page: NoticePage; county: string }

/**
 * The notice as the official letter (forms.md, 督办函; GB/T 9704): red head, number, matter, addressee,
 * facts, the three points, signature and copies; receipt and closing on a sheet of their own.
 */
export function NoticePaper({ page, county }: NoticePaperProps) {
  const t = useTranslations('notices.paper')
  const locale = useLocale()
  const { notice: row } = page
  const copied = page.copied.map((name) =>
    name === row.copyLeaderName ? t('leader', { name }) : name,
  )
  const signed = row.signedOn && toDay(row.signedOn)
  const asOf = formatDay(signed ?? toDay(row.draftedOn), locale)
  const due = formatDay(row.dueOn, locale)
  const [first = '', ...more] = paragraphs(row.facts)
  const lead = t(`lead.${row.kind}`)
  return (
    <article className="official" data-paper>
      <p className="official-office">{t('office', { county })}</p>
      <p className="official-number">{row.reference || t('draft')}</p>
      <h2 className="official-title">{t(`title.${row.kind}`, { title: row.title })}</h2>
      <p className="official-to">{t('to', { addressee: row.addresseeName })}</p>
      <p>{t('facts', { day: asOf, facts: first })}</p>
      <Paragraphs lines={more} />
      <p>{row.basis ? t('basis', { basis: clause(row.basis), lead }) : sentence(lead)}</p>
      <h3>{t(`matter.${row.kind}`)}</h3>
      <Paragraphs lines={paragraphs(row.demand)} />
      <h3>{t('require')}</h3>
      <p>{t('requireText', { due })}</p>
      <h3>{t('feedback')}</h3>
      <p>{t('feedbackText', { due })}</p>
      {row.contact ? <p>{t('contact', { contact: row.contact })}</p> : null}
      <div className="official-sign">
        <p>{t('office', { county })}</p>
        <p>{signed ? formatDay(signed, locale) : t('date')}</p>
      </div>
      {copied.length > 0 ? (
        <p className="official-copied">{t('copied', { names: copied.join(t('comma')) })}</p>
      ) : null}
      <Slips page={page} />
    </article>
  )
}

/** 回执 and 办结: filled in as far as they are known, to be signed by hand otherwise. */
function Slips({ page: { notice: row, replies } }: { page: NoticePage }) {
  const t = useTranslations('notices.paper')
  const locale = useLocale()
  const last = replies.at(-1)
  const day = (date: Date | null) => (date ? formatDay(toDay(date), locale) : '')
  return (
    <section className="official-sheet">
      <p className="official-sheet-title">{t('receipt')}</p>
      <p className="official-mark">{row.reference}</p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('unit')}</th>
            <td>{row.addresseeName}</td>
          </tr>
          <tr>
            <th scope="row">{t('person')}</th>
            <td>{row.receivedByName}</td>
          </tr>
          <tr>
            <th scope="row">{t('time')}</th>
            <td>{day(row.receivedOn)}</td>
          </tr>
        </tbody>
      </table>
      <p className="official-sheet-title">{t('closing')}</p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('result')}</th>
            <td className="official-opinion whitespace-pre-line">{last?.text}</td>
          </tr>
          <tr>
            <th scope="row">{t('verifier')}</th>
            <td>{row.verifiedByName}</td>
          </tr>
          <tr>
            <th scope="row">{t('opinion')}</th>
            <td className="official-opinion whitespace-pre-line">
              {last?.verdict === 'VERIFIED' ? last.opinion : ''}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('day')}</th>
            <td>{day(row.closedOn ?? row.verifiedOn)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function Paragraphs({ lines }: { lines: readonly string[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text, never reordered
  return lines.map((line, index) => <p key={index}>{line}</p>)
}

function paragraphs(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

/** Text that a sentence goes on around: without 按照, 要求 and the full stop somebody typed. */
function clause(text: string): string {
  return text
    .trim()
    .replace(/^按照/, '')
    .replace(/(要求)?[。.；;，,]*$/, '')
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
