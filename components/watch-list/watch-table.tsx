import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { formatDay } from '@/lib/i18n/format'
import type { WatchLine } from '@/lib/watch-list/queries'
import { WatchState } from './watch-state'

/** Listings as a table: who, why, since when, what was said. */
export function WatchTable({ rows, empty }: { rows: WatchLine[]; empty?: ReactNode }) {
  const t = useTranslations('watchList')
  const locale = useLocale()
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          head: t('organisation'),
          main: true,
          cell: (row) => (
            <TextLink href={`/watch-list/${row.id}`}>
              {row.memberName
                ? t('memberOf', { name: row.memberName, team: row.organisation.name })
                : row.organisation.name}
            </TextLink>
          ),
        },
        { head: t('state'), nowrap: true, cell: (row) => <WatchState state={row.state} /> },
        {
          head: t('grounds'),
          cell: (row) =>
            row.findings.length > 0 ? (
              <ul>
                {row.findings.map(({ rule, numerator, denominator }) => (
                  <li key={rule}>{t(`short.${rule}`, { numerator, denominator })}</li>
                ))}
              </ul>
            ) : (
              <span className="line-clamp-2">{row.reason}</span>
            ),
        },
        {
          head: t('since'),
          nowrap: true,
          cell: (row) => {
            const day = row.clearedOn ?? row.decidedOn ?? row.proposedOn
            return day ? formatDay(day, locale) : ''
          },
        },
        {
          head: t('reviewOn'),
          nowrap: true,
          cell: (row) =>
            row.state === 'LISTED' && row.reviewOn ? formatDay(row.reviewOn, locale) : '',
        },
        {
          head: t('replies'),
          nowrap: true,
          cell: (row) => (row.replies > 0 ? t('repliesCount', { count: row.replies }) : ''),
        },
      ]}
    />
  )
}
