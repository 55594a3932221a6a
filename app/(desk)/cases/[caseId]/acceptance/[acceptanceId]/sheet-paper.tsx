import { useLocale, useTranslations } from 'next-intl'
import type { readSheet } from '@/lib/acceptance/queries'
import { toDay } from '@/lib/dates'
import { formatDay, formatNumber } from '@/lib/i18n/format'

type Found = Awaited<ReturnType<typeof readSheet>>

/** The sheet as a document: items under the five moves, total, conclusion, signatures. */
export function SheetPaper({ kase, round, ruleSet }: Found) {
  const t = useTranslations('acceptance')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const lang = locale === 'en' ? 'en' : 'zh'
  const level = terms(`acceptanceLevel.${round.level}`)
  const given = new Map(round.scores.map((row) => [row.code, row]))
  const decided = round.status !== 'OPEN'
  const number = (value: number) => formatNumber(value, 1)
  return (
    <article className="official" data-paper>
      <h2 className="official-title">{t('sheetTitle', { village: kase.village.name, level })}</h2>
      <p className="official-mark">
        {t('sheetLine', {
          township: kase.township.name,
          batch: kase.batch?.name ?? '',
          round: round.round,
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            <th scope="col">{t('maximum')}</th>
            <th scope="col">{t('points')}</th>
            <th scope="col">{t('note')}</th>
          </tr>
        </thead>
        <tbody>
          {ruleSet.scoreSheet.items.map(({ code, title, max, move }) => (
            <tr key={code}>
              <td>
                {title[lang]}
                <span className="text-ink-2"> · {terms(`move.${move}`)}</span>
              </td>
              <td className="num">{given.get(code)?.maximum ?? max}</td>
              <td className="num">{given.has(code) ? number(given.get(code)?.points ?? 0) : ''}</td>
              <td>{given.get(code)?.note}</td>
            </tr>
          ))}
          <tr>
            <td>
              <b>{t('total')}</b>
            </td>
            <td className="num">100</td>
            <td className="num">
              <b>{round.total === null ? '' : number(round.total)}</b>
            </td>
            <td>{round.grade ? terms(`grade.${round.grade}` as never) : ''}</td>
          </tr>
        </tbody>
      </table>
      <table className="mt-4">
        <tbody>
          <tr>
            <th scope="row">{t('conclusion')}</th>
            <td>
              {decided ? terms(`acceptanceStatus.${round.status}`) : ''}
              {round.reason ? `：${round.reason}` : ''}
              {round.decidedOn ? ` ${formatDay(toDay(round.decidedOn), locale)}` : ''}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('team')}</th>
            <td>
              {round.members.map((member) => (
                <div key={member.id}>
                  {[member.leads ? `${member.name}（${t('leads')}）` : member.name, member.post]
                    .filter(Boolean)
                    .join(' ')}
                </div>
              ))}
            </td>
          </tr>
          {(['signLead', 'signMembers'] as const).map((who) => (
            <Signature key={who} who={t(who)} />
          ))}
          <Signature who={t(round.level === 'TOWNSHIP' ? 'signTownship' : 'signOffice')} />
        </tbody>
      </table>
    </article>
  )
}

function Signature({ who }: { who: string }) {
  const t = useTranslations('closure.form')
  return (
    <tr>
      <th scope="row">{who}</th>
      <td className="official-opinion">
        <p className="official-hand">{t('sign')}</p>
      </td>
    </tr>
  )
}
