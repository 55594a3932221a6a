import { useLocale } from 'next-intl'
import { formatDay } from '@/lib/i18n/format'
import type { CommitmentPosition, CommitmentResult } from '@/prisma/generated/enums'
import { useCommitmentWords } from './commitment-words'

type Disclosed = {
  id: string
  position: CommitmentPosition
  memberCount: number | null
  text: string
  dueOn: string
  result: CommitmentResult | null
}

type DisclosedPlaceProps = {
  township: string
  /** Empty for the township's own. */
  village: string
  commitments: readonly Disclosed[]
}

/** What one village, or the township itself, promised: by position, in large type. */
export function DisclosedPlace({ township, village, commitments }: DisclosedPlaceProps) {
  const { t, who, result } = useCommitmentWords()
  const locale = useLocale()
  return (
    <section className="rounded-lg border border-line bg-paper px-4 py-3">
      <h2>{village || township}</h2>
      <ul>
        {commitments.map((row) => (
          <li key={row.id} className="border-t border-line py-3 first:border-t-0">
            <p className="font-medium">{who(row)}</p>
            <p className="whitespace-pre-line">{row.text}</p>
            <p className="text-ink-2">
              <span className="me-6 inline-block">
                {t('page.due', { day: formatDay(row.dueOn, locale) })}
              </span>
              <span className="inline-block">
                {t('page.result', { result: result(row.result) ?? t('page.open') })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
