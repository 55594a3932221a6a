import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { formatDay } from '@/lib/i18n/format'

type ReadByCardProps = { readBy: { id: string; name: string; readOn: string | null }[] }

/** For the office: which organisations have read it, never which person first. */
export function ReadByCard({ readBy }: ReadByCardProps) {
  const t = useTranslations('documents')
  const locale = useLocale()
  return (
    <Card title={t('readBy')}>
      {readBy.length === 0 ? (
        <p className="muted">{t('readByNone')}</p>
      ) : (
        <ul className="grid gap-1 text-md">
          {readBy.map(({ id, name, readOn }) => (
            <li key={id} className="flex justify-between gap-3">
              <span>{name}</span>
              <span className="text-ink-2">{readOn && formatDay(readOn, locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
