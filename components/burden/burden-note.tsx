import { useTranslations } from 'next-intl'
import type { Burden } from '@/lib/burden/queries'

/** What a village had already, for whoever plans to go there: "本周已有 4 次走访、1 次检查". */
export function BurdenNote({ week, month }: { week: Burden; month: Burden }) {
  const t = useTranslations('burden')
  const busy = week.visits + week.inspections > 0
  return (
    <span className="block text-sm text-ink-2" title={t('monthSoFar', month)}>
      {busy ? t('week', week) : t('weekNone')}
    </span>
  )
}
