import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** First stop of the keyboard: past the navigation to the page. */
export function SkipLink() {
  const t = useTranslations('shell')
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-md bg-paper px-4 py-2 text-blue shadow-lg focus:not-sr-only focus:fixed focus:start-4 focus:top-4"
    >
      {t('skip')}
    </a>
  )
}

/**
 * The standing reminder at the foot of every page; in a demonstration its mark stays in sight.
 * `plain` leaves out what is said to those who enter something.
 */
export function Footer({
  demo,
  plain,
  complaint,
}: {
  demo?: boolean
  plain?: boolean
  /** For those who are signed in: where to say that this page asks too much. */
  complaint?: ReactNode
}) {
  const t = useTranslations('shell')
  return (
    <>
      {plain ? null : (
        <footer className="screen-only px-4 pt-1 pb-3 text-center text-sm text-ink-2">
          {t('secret')}
          {complaint ? <span className="block">{complaint}</span> : null}
        </footer>
      )}
      {demo ? (
        <aside
          aria-label={t('demo')}
          className="sticky bottom-0 print:static z-20 flex justify-end border-t border-line bg-ground px-4 py-1 lg:px-6"
        >
          <span className="rounded-sm border border-dashed border-edge bg-paper px-2 text-xs text-ink-2">
            {t('demo')}
          </span>
        </aside>
      ) : null}
    </>
  )
}
