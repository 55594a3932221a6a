import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatDayShort } from '@/lib/i18n/format'
import type { Bundle } from '@/lib/offline/bundle-schema'

type Check = NonNullable<Bundle['checks']>[number]

/** The checks to make, the next due first; nothing for whoever makes none. */
export function Checks({ checks, onStart }: { checks: Check[]; onStart: (check: Check) => void }) {
  const t = useTranslations('phone.check')
  const methods = useTranslations('terms.inspectionMethod')
  const locale = useLocale()
  if (checks.length === 0) return null
  return (
    <Card title={t('list')} flush>
      <ul>
        {checks.map((check) => (
          <li
            key={check.id}
            className="flex items-center justify-between gap-3 border-t border-line px-4 py-3"
          >
            <div className="min-w-0">
              <p className="font-medium">
                {check.village} · {methods(check.method)}
              </p>
              <p className="text-sm text-ink-2">
                {t('due', { day: formatDayShort(check.dueOn, locale) })}
              </p>
            </div>
            <Button
              className="flex-none"
              aria-label={t('startOn', { village: check.village })}
              onClick={() => onStart(check)}
            >
              {t('start')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
