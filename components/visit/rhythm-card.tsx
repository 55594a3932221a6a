import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { Day } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { contactMonths } from '@/lib/rule-sets/schema'

type Fact = {
  slot: 'COUNTY_LEADER' | 'HELPER_UNIT'
  months: (typeof contactMonths)[number]
  from: Day
  count: number
  last: Day | null
}

/** What the rule set asks and what was logged, side by side: a plain fact, without a light. */
export function RhythmCard({ facts, locale }: { facts: readonly Fact[]; locale: Locale }) {
  const t = useTranslations('visits.onCase')
  const slots = useTranslations('terms.slot')
  const rules = useTranslations('ruleSets.contactEvery')
  return (
    <Card title={t('rhythm')}>
      <ul className="grid gap-1 text-md">
        {facts.map(({ slot, months, from, count, last }) => (
          <li key={slot}>
            {t('rhythmText', {
              slot: slots(slot),
              rule: rules(`${months}`),
              period:
                months === 1 ? t('period.1') : t('period.other', { from: formatDay(from, locale) }),
              count,
              last: last ? formatDay(last, locale) : 'none',
            })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
