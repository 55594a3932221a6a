import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import type { OverviewRow } from '@/lib/cases/overview-queries'
import { toDay } from '@/lib/dates'
import { formatDay, formatMoney, formatNumber } from '@/lib/i18n/format'

/** The basic facts of the village and its leading team, vacancies marked. */
export function VillageCard({ village }: { village: OverviewRow['village'] }) {
  const t = useTranslations('cases.overview')
  const terms = useTranslations('terms.postTitle')
  const locale = useLocale()
  const number = (value: number | null) => (value === null ? null : formatNumber(value))
  const { posts, collectiveIncome, factsOn } = village
  const vacant = posts.filter(({ holderName }) => holderName === null)
  const known = [village.households, village.population, village.partyMembers, collectiveIncome]
  return (
    <Card
      title={t('village')}
      aside={
        <TextLink quiet href={`/villages/${village.id}`}>
          {t('details')}
        </TextLink>
      }
      foot={factsOn ? t('factsOn', { day: formatDay(toDay(factsOn), locale) }) : undefined}
    >
      {known.every((value) => value === null) && posts.length === 0 ? (
        <p className="text-md text-ink-2">{t('noFacts')}</p>
      ) : (
        <Facts
          items={[
            { label: t('households'), value: number(village.households) },
            { label: t('population'), value: number(village.population) },
            { label: t('partyMembers'), value: number(village.partyMembers) },
            { label: t('partyGroups'), value: number(village.partyGroups) },
            {
              label: t('income'),
              value: village.withoutIncome
                ? t('withoutIncome')
                : collectiveIncome === null
                  ? null
                  : formatMoney(collectiveIncome, locale, 'wan'),
            },
            {
              label: terms('SECRETARY'),
              value: posts.find(({ title }) => title === 'SECRETARY')?.holderName,
            },
            {
              label: t('vacancies'),
              value:
                vacant.length > 0 ? (
                  <span className="font-medium text-red">
                    <span aria-hidden="true">✕ </span>
                    {vacant.map(({ title }) => terms(title)).join(locale === 'en' ? ', ' : '、')}
                  </span>
                ) : posts.length > 0 ? (
                  t('noVacancy')
                ) : null,
            },
            { label: t('reserves'), value: t('persons', { count: village._count.reserves }) },
          ]}
        />
      )}
    </Card>
  )
}
