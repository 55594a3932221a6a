import { useTranslations } from 'next-intl'

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

/** The standing reminder at the foot of every page. */
export function Footer() {
  const t = useTranslations('shell')
  return (
    <footer className="screen-only px-4 pt-2 pb-4 text-center text-sm text-ink-3 has-[+.demo-mark]:pb-12 lg:has-[+.demo-mark]:pb-4">
      {t('secret')}
    </footer>
  )
}

/** On every page of the demonstration, also on paper. */
export function DemoMark() {
  const t = useTranslations('shell')
  return (
    <p className="demo-mark pointer-events-none fixed end-3 bottom-3 z-40 rounded-sm border border-dashed border-edge bg-paper/90 px-2 text-xs text-ink-2">
      {t('demo')}
    </p>
  )
}
