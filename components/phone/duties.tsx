import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Light } from '@/components/ui/light'
import { formatDayShort } from '@/lib/i18n/format'
import type { Duty } from '@/lib/offline/duties'

type DutiesProps = { duties: Duty[]; onReport: (duty: Duty) => void }

/** The measures to report on; the first few in full, the rest folded away. */
export function Duties({ duties, onReport }: DutiesProps) {
  const t = useTranslations('phone')
  const locale = useLocale()
  const list = (some: Duty[]) => (
    <ul>
      {some.map((duty) => (
        <li
          key={duty.id}
          className="flex items-center justify-between gap-3 border-t border-line px-4 py-3"
        >
          <div className="min-w-0">
            <p className="font-medium">
              {duty.village} · {duty.title}
            </p>
            <Light colour={duty.colour}>
              {t('duty', { percent: duty.percent, day: formatDayShort(duty.dueOn, locale) })}
            </Light>
          </div>
          <Button
            className="flex-none"
            aria-label={t('reportOn', { village: duty.village, title: duty.title })}
            onClick={() => onReport(duty)}
          >
            {t('report')}
          </Button>
        </li>
      ))}
    </ul>
  )
  return (
    <Card title={t('duties')} flush>
      {duties.length === 0 ? <p className="px-4 pb-4 text-ink-2">{t('noDuties')}</p> : null}
      {list(duties.slice(0, 5))}
      {duties.length > 5 ? (
        <details>
          <summary className="flex min-h-11 items-center border-t border-line px-4 text-blue">
            {t('moreDuties', { count: duties.length - 5 })}
          </summary>
          {list(duties.slice(5))}
        </details>
      ) : null}
    </Card>
  )
}
