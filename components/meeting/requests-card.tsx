import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { RequestState } from '@/components/coordination/request-state'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { nearDay } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { Meeting } from '@/lib/meetings/queries'

type RequestsCardProps = Pick<Meeting, 'requests' | 'townships'> & { today: Day }

/** Coordination requests that are not ended, township by township. */
export function RequestsCard({ requests, townships, today }: RequestsCardProps) {
  const t = useTranslations('meeting')
  const locale = useLocale()
  return (
    <Card flush title={t('openRequests')}>
      <Table
        caption={t('openRequests')}
        rows={requests}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('noRequests')} />}
        columns={[
          {
            head: t('township'),
            nowrap: true,
            cell: (row) => townships.find(({ id }) => id === row.townshipId)?.name ?? '',
          },
          { head: t('village'), nowrap: true, cell: (row) => row.village },
          {
            head: t('matter'),
            main: true,
            cell: (row) => <TextLink href={`/coordination/${row.id}`}>{row.title}</TextLink>,
          },
          { head: t('department'), cell: (row) => row.department },
          {
            head: t('answerBy'),
            nowrap: true,
            cell: (row) => (row.due ? nearDay(row.due, today, locale) : ''),
          },
          { head: t('stands'), nowrap: true, cell: (row) => <RequestState status={row.status} /> },
          {
            head: t('overdue'),
            nowrap: true,
            cell: (row) => (row.overdue ? <CaseLight light={row.light} today={today} short /> : ''),
          },
        ]}
      />
    </Card>
  )
}
