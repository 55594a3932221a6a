import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import type { readPerson } from '@/lib/accounts/queries'
import { Period, RoleOf, StateBadge } from '../../appointment-line'
import { EndOrWithdraw } from '../../end-or-withdraw'

type Person = Awaited<ReturnType<typeof readPerson>>
type Props = { userId: string; appointments: Person['appointments']; grants: boolean }

/** Every appointment a person has had, the newest first. */
export async function AppointmentsCard({ userId, appointments, grants }: Props) {
  const t = await getTranslations('admin.person')
  return (
    <Card
      title={t('appointments')}
      flush
      aside={
        grants ? (
          <span className="flex flex-wrap gap-2">
            <LinkButton size="sm" href={`/admin/people/${userId}/deputy`}>
              {t('deputy')}
            </LinkButton>
            <LinkButton size="sm" href={`/admin/people/${userId}/appoint`}>
              {t('grant')}
            </LinkButton>
          </span>
        ) : null
      }
    >
      <Table
        caption={t('appointments')}
        rows={appointments}
        rowKey={(held) => held.id}
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { head: t('role'), main: true, cell: (held) => <RoleOf {...held} /> },
          { head: t('organisation'), cell: (held) => held.organisation.name },
          { head: t('period'), cell: (held) => <Period {...held} /> },
          { head: t('state'), cell: (held) => <StateBadge state={held.state} /> },
          {
            head: t('deed'),
            align: 'end',
            cell: (held) => (grants ? <EndOrWithdraw appointment={held} /> : null),
          },
        ]}
      />
    </Card>
  )
}
