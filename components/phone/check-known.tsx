import { useLocale, useTranslations } from 'next-intl'
import { formatDayShort } from '@/lib/i18n/format'
import type { Bundle } from '@/lib/offline/bundle-schema'

type Check = NonNullable<Bundle['checks']>[number]

/** What the system knows of the village already: looked at first, never asked for again. */
export function CheckKnown({ check }: { check: Check }) {
  const t = useTranslations('phone.check')
  const locale = useLocale()
  const { problems, measures, visits } = check
  const done = measures.filter((one) => one.done)
  return (
    <section className="grid gap-2 rounded-md bg-sunk p-3 text-md">
      <p className="font-medium">
        {check.village} · {check.township}
      </p>
      {problems.length + measures.length === 0 ? <p>{t('noCase')}</p> : <p>{t('known')}</p>}
      {problems.length > 0 ? (
        <p>
          {t('problems', {
            count: problems.length,
            solved: problems.filter(({ solved }) => solved).length,
          })}
        </p>
      ) : null}
      {done.length > 0 ? (
        <details>
          <summary className="flex min-h-11 items-center">
            {t('done', { count: done.length, all: measures.length })}
          </summary>
          <ul className="grid gap-1">
            {done.map(({ id, number, title }) => (
              <li key={id}>
                {number}. {title}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {visits.map(({ day, organisation, found }) => (
        <p key={`${day}${found}`} className="text-sm text-ink-2">
          {formatDayShort(day, locale)} {organisation}：{found.slice(0, 80)}
        </p>
      ))}
    </section>
  )
}
