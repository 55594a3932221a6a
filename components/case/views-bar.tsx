import { useTranslations } from 'next-intl'
import { Anchor, TextLink } from '@/components/ui/link'
import { type CaseFilter, caseListHref, caseListQuery } from '@/lib/cases/list-filter'

type ViewsBarProps = {
  filter: CaseFilter
  views: { id: string; name: string; query: string; organisationId: string | null }[]
}

/** Above the list: what one follows, the saved views, and keeping the present filters as one. */
export function ViewsBar({ filter, views }: ViewsBarProps) {
  const t = useTranslations('views')
  const list = useTranslations('cases.list')
  const present = caseListQuery(filter)
  const entries = [
    { id: 'followed', name: `★ ${list('followed')}`, query: 'followed=yes', shared: false },
    ...views.map(({ organisationId, ...view }) => ({ ...view, shared: organisationId !== null })),
  ]
  const known = present === '' || entries.some(({ query }) => query === present)
  return (
    <nav aria-label={t('bar')} className="screen-only">
      <ul className="flex flex-wrap items-center gap-2">
        {entries.map(({ id, name, query, shared }) => (
          <li key={id}>
            <Anchor
              href={query ? `/cases?${query}` : '/cases'}
              aria-current={query === present ? 'page' : undefined}
              className={chip}
            >
              {name}
              {shared ? <span className="text-sm text-ink-2">{t('shared')}</span> : null}
            </Anchor>
          </li>
        ))}
        {known ? null : (
          <li className="px-2">
            <TextLink href={`/cases/views/new?${present}`}>{t('saveThis')}</TextLink>
          </li>
        )}
        {views.length > 0 ? (
          <li className="px-2">
            <TextLink quiet href="/cases/views">
              {t('manage')}
            </TextLink>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

const narrowing = ['organisation', 'excepted', 'historical'] as const

/** Filters that have no field of their own: what they are, and taking them off. */
export function Narrowed({ filter, organisation }: { filter: CaseFilter; organisation: string }) {
  const t = useTranslations('cases.list')
  const set = narrowing.filter((name) => filter[name])
  if (set.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {set.map((name) => {
        const label = t(`only.${name}`, { name: organisation })
        return (
          <li key={name} className="flex items-center gap-2 rounded-md bg-sunk px-3 py-1">
            {label}
            <TextLink
              quiet
              className="screen-only px-1"
              href={caseListHref(filter, { [name]: undefined })}
              aria-label={t('takeOff', { name: label })}
            >
              ✕
            </TextLink>
          </li>
        )
      })}
    </ul>
  )
}

const chip =
  'inline-flex min-h-(--control-small) items-center gap-1.5 rounded-full border border-line bg-paper px-3 text-md hover:border-ink-2 aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand'
