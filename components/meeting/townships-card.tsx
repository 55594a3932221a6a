import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { type CaseFilter, caseListHref } from '@/lib/cases/list-filter'
import { type RequestFilter, requestListHref } from '@/lib/coordination/list-filter'
import type { TownshipLine } from '@/lib/meetings/rules'

/** Every township in one line; each figure opens the list it counts. */
export function TownshipsCard({ rows }: { rows: TownshipLine[] }) {
  const t = useTranslations('meeting')
  const figure = (value: number, href: string) =>
    value === 0 ? <span className="text-ink-3">0</span> : <TextLink href={href}>{value}</TextLink>
  const cases = (row: TownshipLine, value: number, filter: CaseFilter) =>
    figure(value, caseListHref({ township: row.id, ...filter }))
  const requests = (row: TownshipLine, value: number, filter: RequestFilter) =>
    figure(value, requestListHref({ township: row.id, ...filter }))
  return (
    <Card flush title={t('townships')}>
      <Table
        caption={t('townships')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('nothing')} />}
        columns={[
          { head: t('township'), main: true, cell: (row) => row.name },
          {
            head: t('transformed'),
            align: 'end',
            cell: (row) => cases(row, row.transformed, { state: 'transformed' }),
          },
          {
            head: t('rectifying'),
            align: 'end',
            cell: (row) => cases(row, row.rectifying, { state: 'rectifying' }),
          },
          {
            head: t('redVillages'),
            align: 'end',
            cell: (row) => cases(row, row.red, { light: 'red' }),
          },
          {
            head: t('measures'),
            align: 'end',
            cell: (row) => t('doneOf', { done: row.measuresDone, total: row.measures }),
          },
          {
            head: t('lateMeasures'),
            align: 'end',
            cell: (row) => figure(row.late, '#late'),
          },
          {
            head: t('openRequests'),
            align: 'end',
            cell: (row) => requests(row, row.requests, { state: 'open' }),
          },
          {
            head: t('overdueRequests'),
            align: 'end',
            cell: (row) => requests(row, row.requestsOverdue, { state: 'overdue' }),
          },
        ]}
      />
    </Card>
  )
}
