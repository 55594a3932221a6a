import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import type { AppointmentView, listAppointments } from '@/lib/accounts/appointment-queries'
import { formatInstant } from '@/lib/i18n/format'
import { Period, RoleOf, StateBadge } from '../appointment-line'
import { EndOrWithdraw } from '../end-or-withdraw'

type Items = Awaited<ReturnType<typeof listAppointments>>['items']
type Props = { items: Items; view: AppointmentView; viewer: Viewer }

/** Appointments with what this viewer may do with each. */
export async function AppointmentTable({ items, view, viewer }: Props) {
  const t = await getTranslations('admin.appointments')
  const locale = await getLocale()
  const grants = can(viewer, 'appointment.grant')
  const confirms = view === 'pending' && can(viewer, 'appointment.confirm')
  const person = (row: Items[number]) => {
    const name = `${row.person?.name ?? ''}（${row.person?.account ?? ''}）`
    const home = row.person?.countyId === viewer.countyId
    return home ? <TextLink href={`/admin/people/${row.person?.id}`}>{name}</TextLink> : name
  }
  const choose = (row: Items[number]) => {
    if (row.own) return <span className="text-sm text-ink-2">{t('own')}</span>
    return (
      <label className="inline-flex min-h-(--control-small) items-center gap-2">
        <input type="checkbox" name="ids[]" value={row.id} />
        <span className="sr-only">{t('chooseOne', { name: row.person?.name ?? '' })}</span>
      </label>
    )
  }
  const deed = (row: Items[number]) => {
    if (confirms && !row.own) {
      return (
        <LinkButton size="sm" tone="quiet" href={`/admin/appointments/${row.id}/decline`}>
          {t('decline')}
        </LinkButton>
      )
    }
    return grants ? <EndOrWithdraw appointment={row} /> : null
  }
  return (
    <Table
      caption={t('title')}
      rows={items}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t(`none.${view}`)} />}
      columns={[
        ...(confirms ? [{ head: t('choose'), cell: choose }] : []),
        { head: t('person'), main: true, cell: person },
        { head: t('role'), cell: (row) => <RoleOf {...row} /> },
        { head: t('organisation'), cell: (row) => row.organisation.name },
        { head: t('period'), cell: (row) => <Period {...row} /> },
        {
          head: t('granted'),
          cell: (row) =>
            row.grantedBy
              ? t('grantedBy', {
                  name: row.grantedBy,
                  at: formatInstant(row.createdAt, locale),
                })
              : null,
        },
        { head: t('state'), cell: (row) => <StateBadge state={row.state} /> },
        { head: t('deed'), align: 'end', cell: deed },
      ]}
    />
  )
}
