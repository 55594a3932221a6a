import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatMonth } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

type ResidenceCardProps = {
  months: readonly { month: string; days: number }[]
  /** Whether the viewer enters them. */
  enters: boolean
  locale: Locale
}

/** 驻村天数: what the township entered month by month; a plain figure. */
export function ResidenceCard({ months, enters, locale }: ResidenceCardProps) {
  const t = useTranslations('visits.residence')
  return (
    <Card
      title={t('title')}
      aside={
        enters ? (
          <LinkButton size="sm" href="/visits/residence">
            {t('enter')}
          </LinkButton>
        ) : undefined
      }
    >
      {months.length === 0 ? (
        <p className="text-md text-ink-2">{t('nothing')}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-md">
          {months.map(({ month, days }) => (
            <li key={month}>{t('onCase', { month: formatMonth(month, locale), days })}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}
