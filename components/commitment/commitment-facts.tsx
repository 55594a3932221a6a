import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import type { CommitmentPage } from '@/lib/commitments/queries'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { useCommitmentWords } from './commitment-words'

type Numbered = { id: string; number: number; title: string }
type CommitmentFactsProps = Pick<CommitmentPage, 'commitment' | 'problems' | 'measures'> & {
  locale: Locale
}

/** A commitment with everything written on it so far, in the order of its way. */
export function CommitmentFacts({ commitment: row, locale, ...linked }: CommitmentFactsProps) {
  const { t, who, result } = useCommitmentWords()
  const text = (given: string) => given && <span className="whitespace-pre-line">{given}</span>
  const byOn = (by: string, on: Date | null) =>
    on ? t('byOn', { by, day: formatDay(toDay(on), locale) }) : ''
  const links = (items: readonly Numbered[], part: string): ReactNode =>
    items.length === 0 ? (
      ''
    ) : (
      <ul>
        {items.map(({ id, number, title }) => (
          <li key={id}>
            <TextLink href={`/cases/${row.caseId}/${part}/${id}`}>
              {number}. {title}
            </TextLink>
          </li>
        ))}
      </ul>
    )
  const returned = row.status === 'RETURNED' || (row.status === 'DRAFTED' && row.returns > 0)
  return (
    <Card>
      <Facts
        items={[
          {
            label: t('village'),
            value: <TextLink href={`/villages/${row.village.id}`}>{row.village.name}</TextLink>,
          },
          { label: t('levelLabel'), value: t(`level.${row.level}`) },
          { label: t('position'), value: who(row) },
          { label: t('personName'), value: row.personName },
          { label: t('text'), value: text(row.text) },
          { label: t('yardstick'), value: text(row.yardstick) },
          { label: t('dueOn'), value: formatDay(row.dueOn, locale) },
          { label: t('problems'), value: links(linked.problems, 'problems') },
          { label: t('measures'), value: links(linked.measures, 'measures') },
          { label: t('enteredBy'), value: byOn(row.enteredByName, row.enteredOn) },
          {
            label: returned ? t('returned', { count: row.returns }) : t('reviewNote'),
            value: text(row.reviewNote),
          },
          { label: t('reviewedBy'), value: byOn(row.reviewedByName, row.reviewedOn) },
          { label: t('publishedBy'), value: byOn(row.publishedByName, row.publishedOn) },
          { label: t('evidence'), value: text(row.evidence) },
          {
            label: t('evidenceOn'),
            value: row.evidenceOn ? formatDay(toDay(row.evidenceOn), locale) : '',
          },
          { label: t('carriedOutBy'), value: byOn(row.carriedOutByName, row.carriedOutOn) },
          { label: t('result'), value: result(row.result) },
          { label: t('evaluation'), value: text(row.evaluation) },
          { label: t('evaluatedBy'), value: byOn(row.evaluatedByName, row.evaluatedOn) },
          { label: t('withdrawn'), value: text(row.withdrawReason) },
        ]}
      />
    </Card>
  )
}
