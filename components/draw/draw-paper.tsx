import { useLocale, useTranslations } from 'next-intl'
import { SignatureBlock } from '@/components/ui/signature-block'
import type { Day } from '@/lib/dates'
import type { DrawList } from '@/lib/draws/list'
import { formatDay } from '@/lib/i18n/format'
import type { InspectionMethod } from '@/prisma/generated/enums'
import { type DrawRow, useDrawFacts } from './draw-facts'
import type { DrawnPlace, Place } from './draw-result'

type DrawPaperProps = {
  county: string
  draw: DrawRow & {
    round: { title: string; year: number; number: number; method: InspectionMethod }
  }
  list: DrawList
  total: number
  drawn: readonly DrawnPlace[]
  replacements: readonly { left: Place; came: Place; reason: string; byName: string; on: Day }[]
}

/** The record of a draw as a document; on paper nothing else of the page is printed. */
export function DrawPaper({ county, draw, list, total, drawn, replacements }: DrawPaperProps) {
  const t = useTranslations('inspections')
  const methods = useTranslations('terms.inspectionMethod')
  const locale = useLocale()
  const { round } = draw
  const facts = [
    { label: t('paper.method'), value: `${round.title} · ${methods(round.method)}` },
    ...useDrawFacts(draw, list, total),
  ]
  const signers = ['drawer', 'recorder', 'witness', 'office'] as const
  return (
    <article data-paper className="official">
      <h2 className="official-title">{t('paper.title')}</h2>
      <p className="official-mark">
        {t('paper.mark', {
          county,
          year: String(round.year),
          number: round.number,
          draw: draw.number,
        })}
      </p>
      {draw.seed ? null : <p>{t('paper.state')}</p>}
      <table>
        <caption className="sr-only">{t('paper.facts')}</caption>
        <tbody>
          {facts.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="break-all">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {drawn.length > 0 ? (
        <>
          <h3>{t('paper.result')}</h3>
          <Rows
            caption={t('paper.result')}
            heads={[
              t('draw.order'),
              t('draw.township'),
              t('draw.village'),
              t('check.code'),
              t('draw.inspectors'),
            ]}
            rows={drawn.map((one, index) => [
              String(index + 1),
              one.township,
              one.village,
              one.code,
              one.inspectors.join('、'),
            ])}
          />
          <h3>{t('paper.replacements')}</h3>
          {replacements.length === 0 ? (
            <p>{t('paper.none')}</p>
          ) : (
            <Rows
              caption={t('paper.replacements')}
              heads={[
                t('draw.left'),
                t('draw.came'),
                t('draw.inspectors'),
                t('draw.why'),
                t('draw.by'),
              ]}
              rows={replacements.map(({ left, came, reason, byName, on }) => [
                left.village,
                came.village,
                came.inspectors.join('、'),
                reason,
                `${byName} ${formatDay(on, locale)}`,
              ])}
            />
          )}
        </>
      ) : null}
      <h3>{t('paper.check')}</h3>
      <p>{t('paper.checkText')}</p>
      <SignatureBlock items={signers.map((signer) => t(`paper.sign.${signer}`))} />
    </article>
  )
}

type RowsProps = { caption: string; heads: string[]; rows: string[][] }

function Rows({ caption, heads, rows }: RowsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join()}>
              {cells.map((cell, column) => (
                <td key={heads[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
