import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { neededFields, titleOf } from '@/lib/ledger/headings'
import type { KnownKind } from '@/lib/ledger/match-findings'

/** How a ledger is to be filled in, and the names its situations may have. */
export async function LedgerGuide({ kinds }: { kinds: readonly KnownKind[] }) {
  const t = await getTranslations('ledger')
  const terms = await getTranslations('terms')
  const english = (await getLocale()) === 'en'
  const byCategory = Map.groupBy(kinds, ({ category }) => category)
  return (
    <Card title={t('columns')}>
      <ul className="grid list-disc gap-1 pl-5 text-md">
        <li>{t('howFormat', { names: neededFields.map(titleOf).join('；') })}</li>
        <li>{t('howClosed')}</li>
        <li>{t('howKinds')}</li>
        <li>{t('howDates')}</li>
        <li>{t('howClean')}</li>
      </ul>
      <Fold label={t('kinds')}>
        {[...byCategory].map(([category, members]) => (
          <div key={category} className="text-md">
            <div className="font-semibold">{terms(`categoryLong.${category}`)}</div>
            <ul>
              {members.map(({ id, titleZh, titleEn }) => (
                <li key={id}>
                  {titleZh}
                  {english ? <span className="block text-ink-2">{titleEn}</span> : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Fold>
    </Card>
  )
}
