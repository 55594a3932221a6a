import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { nearDay } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { Meeting } from '@/lib/meetings/queries'

type LateCardProps = Pick<Meeting, 'late' | 'reviews' | 'extensions'> & { today: Day }

/** Measures, plans, reviews and acceptances past their deadline. */
export function LateCard({ late, reviews, extensions, today }: LateCardProps) {
  const t = useTranslations('meeting')
  const terms = useTranslations('terms.stage')
  const locale = useLocale()
  const others = [
    ...reviews.map((row) => ({ ...row, key: row.id, href: `/cases/${row.id}` })),
    ...extensions.map((row) => ({
      ...row,
      key: row.id,
      stage: 'RECTIFYING' as const,
      href: `/cases/${row.caseId}/measures/${row.measureId}#extensions`,
    })),
  ]
  return (
    <>
      <Card flush id="late" title={t('lateMeasures')}>
        <Table
          caption={t('lateMeasures')}
          rows={late}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('noneLate')} />}
          columns={[
            { head: t('township'), nowrap: true, cell: (row) => row.township },
            {
              head: t('village'),
              nowrap: true,
              cell: (row) => <TextLink href={`/cases/${row.caseId}`}>{row.village}</TextLink>,
            },
            {
              head: t('measure'),
              main: true,
              cell: (row) => (
                <TextLink href={`/cases/${row.caseId}/measures/${row.id}`}>{row.title}</TextLink>
              ),
            },
            { head: t('who'), cell: (row) => row.who },
            { head: t('due'), nowrap: true, cell: (row) => nearDay(row.due, today, locale) },
            { head: t('percent'), align: 'end', cell: (row) => `${row.percent}%` },
            {
              head: t('overdue'),
              nowrap: true,
              cell: (row) => <CaseLight light={row.light} today={today} short />,
            },
          ]}
        />
      </Card>
      <Card flush id="reviews" title={t('lateReviews')}>
        <Table
          caption={t('lateReviews')}
          rows={others}
          rowKey={(row) => row.key}
          empty={<EmptyState title={t('noneLate')} />}
          columns={[
            { head: t('township'), nowrap: true, cell: (row) => row.township },
            {
              head: t('village'),
              main: true,
              nowrap: true,
              cell: (row) => <TextLink href={row.href}>{row.village}</TextLink>,
            },
            { head: t('stage'), nowrap: true, cell: (row) => terms(row.stage) },
            {
              head: t('overdue'),
              cell: (row) => <CaseLight light={row.light} today={today} word={false} />,
            },
          ]}
        />
      </Card>
    </>
  )
}
