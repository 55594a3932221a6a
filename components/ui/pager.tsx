import { useTranslations } from 'next-intl'
import { LinkButton } from './button'

type PagerProps = { first?: string; previous?: string; next?: string; note?: string }

/** Keyset paging: forward, back where the list can, and to the start. Nothing for a single page. */
export function Pager({ first, previous, next, note }: PagerProps) {
  const t = useTranslations('ui.pager')
  if (!first && !previous && !next && !note) return null
  return (
    <nav aria-label={t('label')} className="screen-only flex flex-wrap items-center gap-2">
      <span className="flex-1 text-sm text-ink-2">{note}</span>
      {first ? (
        <LinkButton tone="quiet" href={first}>
          {t('first')}
        </LinkButton>
      ) : null}
      {previous ? (
        <LinkButton href={previous} rel="prev">
          <span aria-hidden="true">‹</span>
          {t('previous')}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton href={next} rel="next">
          {t('next')}
          <span aria-hidden="true">›</span>
        </LinkButton>
      ) : null}
    </nav>
  )
}
