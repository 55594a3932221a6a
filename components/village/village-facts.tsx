import { useLocale, useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { formatDay, formatMoney, formatNumber } from '@/lib/i18n/format'

type VillageFactsProps = {
  village: {
    code: string
    officialName: string
    organisationType: 'BRANCH' | 'GENERAL_BRANCH' | 'COMMITTEE'
    households: number | null
    population: number | null
    partyMembers: number | null
    partyGroups: number | null
    collectiveIncome: number | null
    withoutIncome: boolean
    factsOn: string | null
    /** Counted from the list of the leading team's page. */
    reserves: readonly unknown[]
  }
}

/** Basic facts of a village; what is not known is left out. */
export function VillageFacts({ village }: VillageFactsProps) {
  const t = useTranslations('villages')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const count = (key: 'person' | 'household' | 'people' | 'groups', value: number | null) =>
    value === null ? null : t(key, { count: value })
  const { collectiveIncome, factsOn } = village
  // Until somebody has filled the facts in, a default is not a fact.
  const filled = factsOn !== null || village.population !== null || collectiveIncome !== null
  return (
    <Facts
      columns={2}
      items={[
        { label: t('officialName'), value: village.officialName },
        { label: t('code'), value: village.code },
        {
          label: t('organisationType'),
          value: filled ? terms(`organisationType.${village.organisationType}`) : null,
        },
        { label: t('households'), value: count('household', village.households) },
        { label: t('population'), value: count('people', village.population) },
        { label: t('partyMembers'), value: count('person', village.partyMembers) },
        { label: t('partyGroups'), value: count('groups', village.partyGroups) },
        {
          label: t('collectiveIncome'),
          value: collectiveIncome === null ? null : incomeOf(collectiveIncome, locale),
        },
        {
          label: t('withoutIncomeFact'),
          value: village.withoutIncome ? t('yes') : filled ? t('no') : null,
        },
        {
          label: t('reserveCadres'),
          value:
            filled || village.reserves.length > 0 ? count('person', village.reserves.length) : null,
        },
        { label: t('factsOn'), value: factsOn ? formatDay(factsOn, locale) : null },
      ]}
    />
  )
}

/** In yuan, and from ten thousand on in 万元 beside it. */
function incomeOf(yuan: number, locale: 'zh-CN' | 'en'): string {
  if (locale === 'en' || yuan < 10_000) return formatMoney(yuan, locale)
  return `${formatNumber(yuan)}元（${formatMoney(yuan, locale, 'wan')}）`
}
