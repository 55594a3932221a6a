import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { listCandidates } from '@/lib/cases/candidate-queries'
import { formatDay } from '@/lib/i18n/format'

type CandidateTableProps = {
  candidates: Awaited<ReturnType<typeof listCandidates>>['candidates']
  today: string
  /** Name of a box beside each village; without one there are none. */
  select?: string
}

/** Villages waiting for a decision: what was found in each, since when, until when. */
export function CandidateTable({ candidates, today, select }: CandidateTableProps) {
  const t = useTranslations('candidates')
  const terms = useTranslations('terms.category')
  const locale = useLocale()
  return (
    <Table
      caption={t('title')}
      rows={candidates}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      columns={[
        {
          head: t('village'),
          main: true,
          cell: (row) => (
            <span className="flex items-center gap-1">
              {select ? (
                <label className="-my-1 -ms-2 flex size-(--control-small) flex-none items-center justify-center">
                  <input
                    type="checkbox"
                    name={select}
                    value={row.id}
                    aria-label={t('bulk.select', { village: row.village.name })}
                    className="size-4.5 accent-brand"
                  />
                </label>
              ) : null}
              <TextLink href={`/cases/${row.id}`}>{row.village.name}</TextLink>
            </span>
          ),
        },
        { head: t('township'), cell: (row) => row.township },
        {
          head: t('findings'),
          cell: (row) => (
            <ul>
              {row.problems.map((problem) => (
                <li key={problem.id}>
                  <span className="muted">{terms(problem.category)}</span> {problem.title}
                </li>
              ))}
            </ul>
          ),
        },
        {
          head: t('proposedOn'),
          nowrap: true,
          cell: (row) => (
            <>
              {formatDay(row.proposedOn, locale)}
              {row.relapse ? (
                <>
                  {' '}
                  <Badge tone="amber">{t('relapse')}</Badge>
                </>
              ) : null}
            </>
          ),
        },
        {
          head: t('light'),
          cell: (row) => <CaseLight light={row.light} today={today} short />,
        },
      ]}
    />
  )
}
