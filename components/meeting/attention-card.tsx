import { useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { Day } from '@/lib/dates'
import type { Meeting } from '@/lib/meetings/queries'

/** Villages to speak about, each with the reason in words. */
export function AttentionCard({ rows, today }: { rows: Meeting['attention']; today: Day }) {
  const t = useTranslations('meeting')
  const terms = useTranslations('terms.stage')
  return (
    <Card flush title={t('attention')}>
      <Table
        caption={t('attention')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('noAttention')} />}
        columns={[
          { head: t('township'), nowrap: true, cell: (row) => row.township },
          {
            head: t('village'),
            main: true,
            nowrap: true,
            cell: (row) => <TextLink href={`/cases/${row.id}`}>{row.village}</TextLink>,
          },
          { head: t('batch'), nowrap: true, cell: (row) => row.batch },
          { head: t('stage'), nowrap: true, cell: (row) => terms(row.stage) },
          {
            head: t('why'),
            cell: (row) => (
              <>
                {row.red || row.paused ? <CaseLight light={row.light} today={today} /> : null}
                {row.paused && row.pauseReason ? (
                  <span className="block">{row.pauseReason}</span>
                ) : null}
                {row.relapse ? <span className="block">{t('relapse')}</span> : null}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
