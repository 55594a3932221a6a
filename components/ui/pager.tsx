import { useTranslations } from 'next-intl'
import { LinkButton } from './button'

type PagerProps = { first?: string; next?: string; note?: string }

/** Keyset paging: forward, and back to the start. Nothing when one page holds it all. */
export function Pager({ first, next, note }: PagerProps) {
  const t = useTranslations('ui.pager')
  if (!first && !next && !note) return null
  return (
    <nav aria-label={t('label')} className="screen-only flex flex-wrap items-center gap-2">
      <span className="flex-1 text-sm text-ink-2">{note}</span>
      {first ? (
        <LinkButton tone="quiet" href={first}>
          {t('first')}
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
