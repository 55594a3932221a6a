import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { ProblemRow } from '@/lib/plans/page-select'
import { InternalNote } from './internal-note'

type ProblemListProps = {
  caseId: string
  problems: readonly ProblemRow[]
  /** Numbers of the measures that answer a problem. */
  coverage: (problemId: string) => readonly number[]
  /** The 内部 notes the viewer may read, by problem. */
  notes: Readonly<Record<string, { field: string; text: string; paperFileNo: string }[]>>
  /** What the viewer can do about problems in this stage; buttons lead to the problem's page. */
  may: { solve: boolean; verify: boolean }
}

const tones = { OPEN: 'amber', SOLVED: 'blue', VERIFIED: 'green' } as const

/** The problems of a case: what each is, which measures answer it, whether it is settled. */
export function ProblemList(props: ProblemListProps) {
  const { caseId, problems, coverage, notes, may } = props
  const t = useTranslations('problems')
  const terms = useTranslations('terms')
  const locale = useLocale()
  if (problems.length === 0) return <EmptyState title={t('none')} />
  return (
    <RowList>
      {problems.map((problem) => {
        const href = `/cases/${caseId}/problems/${problem.id}`
        const numbers = coverage(problem.id)
        const verb =
          problem.status === 'OPEN' && may.solve
            ? 'solve'
            : problem.status === 'SOLVED' && may.verify
              ? 'verify'
              : null
        return (
          <Row
            key={problem.id}
            tag={
              <Badge tone={tones[problem.status]}>{terms(`problemStatus.${problem.status}`)}</Badge>
            }
            title={
              <TextLink href={href}>
                {t('item', { number: problem.number, title: problem.title })}
              </TextLink>
            }
            sub={
              <>
                <span>
                  {terms(`categoryLong.${problem.category}`)} ·{' '}
                  {locale === 'en' ? problem.kind.titleEn : problem.kind.titleZh}
                </span>
                <span className="block">
                  {numbers.length > 0 ? t('answeredBy', { numbers: numbers.join('、') }) : null}
                  {numbers.length === 0 ? <b className="text-amber">{t('unanswered')}</b> : null}
                  {problem.verifiedOn
                    ? ` · ${t('verifiedBy', {
                        by: problem.verifiedByName,
                        on: formatDay(toDay(problem.verifiedOn), locale),
                      })}`
                    : null}
                </span>
                <InternalNote notes={notes[problem.id]} />
              </>
            }
            action={
              verb ? (
                <LinkButton size="sm" href={`${href}#${verb}`}>
                  {t(verb)}
                </LinkButton>
              ) : null
            }
          />
        )
      })}
    </RowList>
  )
}
