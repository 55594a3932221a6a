import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Fold } from '@/components/ui/fold'
import { formatDay } from '@/lib/i18n/format'
import type { PostTitle } from '@/prisma/generated/enums'

type Reserve = {
  id: string
  name: string
  note: string
  fromOn: string | null
  toOn: string | null
  promotedTo: PostTitle | null
}
type ReserveCadresProps = {
  reserves: readonly Reserve[]
  former: readonly Reserve[]
  /** What the rule set asks for; null where the reader does not read it. */
  required: number | null
}

/** Reserves against the number required, and what became of those before. */
export function ReserveCadres({ reserves, former, required }: ReserveCadresProps) {
  const t = useTranslations('villages')
  const short = required !== null && reserves.length < required
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-2">
        <Badge tone={short ? 'amber' : 'green'}>
          {t('reserveCount', { count: reserves.length })}
        </Badge>
        {required === null ? null : (
          <span className="text-md text-ink-2">{t('reserveRequired', { count: required })}</span>
        )}
      </p>
      {reserves.length === 0 ? <p className="muted">{t('noReserves')}</p> : null}
      <ReserveLines reserves={reserves} />
      {former.length > 0 ? (
        <Fold label={t('formerReserves', { count: former.length })}>
          <ReserveLines reserves={former} />
        </Fold>
      ) : null}
    </div>
  )
}

function ReserveLines({ reserves }: { reserves: readonly Reserve[] }) {
  const t = useTranslations('villages')
  const titles = useTranslations('terms.postTitle')
  const locale = useLocale()
  return (
    <ul>
      {reserves.map(({ id, name, note, fromOn, toOn, promotedTo }) => (
        <li key={id} className="grid gap-0.5 border-t border-line py-2 first:border-t-0">
          <span className="flex flex-wrap justify-between gap-x-3">
            <span className={name ? 'font-medium' : 'text-amber'}>{name || t('unnamed')}</span>
            <span className="text-sm text-ink-2">
              {toOn
                ? t('period', {
                    known: fromOn ? 'yes' : 'no',
                    from: fromOn ? formatDay(fromOn, locale) : '',
                    to: formatDay(toOn, locale),
                  })
                : fromOn && t('since', { on: formatDay(fromOn, locale) })}
            </span>
          </span>
          {note ? <span className="text-md text-ink-2">{note}</span> : null}
          {promotedTo ? (
            <span className="text-md">{t('promoted', { post: titles(promotedTo) })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
