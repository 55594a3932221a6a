import { useTranslations } from 'next-intl'

/** Grey lines in place of text that is on its way. */
function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden="true" className="grid animate-pulse gap-3">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <div key={line} className="h-4 rounded-sm bg-sunk last:w-3/5" />
      ))}
    </div>
  )
}

/** A whole page on its way: title and two cards. */
export function PageSkeleton() {
  const t = useTranslations('ui')
  return (
    <div role="status" className="stack">
      <span className="sr-only">{t('loading')}</span>
      <div aria-hidden="true" className="h-8 w-64 animate-pulse rounded-sm bg-sunk" />
      {[5, 4].map((lines) => (
        <div key={lines} className="rounded-lg border border-line bg-paper p-4">
          <Skeleton lines={lines} />
        </div>
      ))}
    </div>
  )
}
