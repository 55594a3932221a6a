import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import type { CommitmentLine } from '@/lib/commitments/list-queries'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { CommitmentState } from './commitment-state'
import { useCommitmentWords } from './commitment-words'

type CommitmentListProps = {
  commitments: readonly CommitmentLine[]
  locale: Locale
  /** On the page of a village its name is not said again. */
  ofOne?: boolean
}

/** Commitments in lines: how each stands, who commits to what, until when. */
export function CommitmentList({ commitments, locale, ofOne }: CommitmentListProps) {
  const { t, terms, who } = useCommitmentWords()
  return (
    <RowList>
      {commitments.map((row) => (
        <Row
          key={row.id}
          tag={<CommitmentState {...row} />}
          title={
            <TextLink href={`/commitments/manage/${row.id}`} className="font-medium">
              <span className="line-clamp-2">{row.text}</span>
            </TextLink>
          }
          sub={
            <span className="inline-flex flex-wrap gap-x-2">
              {ofOne ? null : <span>{row.village.name}</span>}
              {!ofOne && row.village.demo ? <Badge>{terms('demo')}</Badge> : null}
              <span>{who(row)}</span>
              <span>{t('until', { day: formatDay(row.dueOn, locale) })}</span>
            </span>
          }
        />
      ))}
    </RowList>
  )
}
