import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { ReadSheet } from '@/lib/appraisals/queries'
import { formatDay } from '@/lib/i18n/format'

/** Appeals against the result, each with its answer or the button to give one. */
export function AppealsCard({ appeals, sheet }: Pick<ReadSheet, 'appeals' | 'sheet'>) {
  const t = useTranslations('appraisals')
  const locale = useLocale()
  const lang = locale === 'en' ? 'en' : 'zh'
  if (appeals.length === 0) return null
  const by = (name: string, day: string) => t('appeal.by', { name, day: formatDay(day, locale) })
  return (
    <Card title={t('sheet.appeals')}>
      <ul className="grid gap-4">
        {appeals.map((one) => (
          <li key={one.id} className="grid gap-1">
            <div className="flex flex-wrap items-center gap-3">
              <span className="font-medium">{one.title?.[lang] ?? t('appeal.whole')}</span>
              <Badge tone={one.outcome === null ? 'amber' : 'grey'}>
                {t(
                  one.outcome === null
                    ? 'appeal.pending'
                    : one.outcome === 'UPHELD'
                      ? 'appeal.upheld'
                      : 'appeal.rejected',
                )}
              </Badge>
            </div>
            <p className="measure whitespace-pre-line">{one.reason}</p>
            <p className="text-sm text-ink-2">{by(one.byName, one.madeOn)}</p>
            {one.answeredOn ? (
              <>
                <p className="measure whitespace-pre-line">{one.answer}</p>
                <p className="text-sm text-ink-2">{by(one.answeredByName, one.answeredOn)}</p>
              </>
            ) : null}
            {one.mayAnswer ? (
              <div className="screen-only pt-1">
                <LinkButton size="sm" href={`/appraisals/sheets/${sheet.id}/answer`}>
                  {t('verb.answer')}
                </LinkButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
