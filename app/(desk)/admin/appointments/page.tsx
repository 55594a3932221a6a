import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { appointmentViews, listAppointments } from '@/lib/accounts/appointment-queries'
import { appointmentFilters, type Given, hrefWith, readFilters } from '@/lib/accounts/list-filters'
import { AdminTabs } from '../admin-tabs'
import { confirmAction } from './actions'
import { AppointmentTable } from './appointment-table'
import { ResetsCard } from './resets-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.appointments'))('title') }
}

export default async function AppointmentsPage({ searchParams }: { searchParams: Promise<Given> }) {
  const viewer = await requireViewer()
  const given = await searchParams
  const { filter, ignored } = readFilters(appointmentFilters, given)
  const { view = 'pending', after } = filter
  const { items, next } = await forPage(listAppointments(viewer, { view, after }))
  const t = await getTranslations('admin.appointments')
  const admin = await getTranslations('admin')
  const path = '/admin/appointments'
  const confirms = can(viewer, 'appointment.confirm')
  const table = <AppointmentTable items={items} view={view} viewer={viewer} />
  const choosable = view === 'pending' && confirms && items.some(({ own }) => !own)
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: admin('title') }, { label: t('title') }]}
        lead={t('lead')}
        actions={
          can(viewer, 'appointment.grant') ? (
            <LinkButton href={`${path}/new`}>{t('other')}</LinkButton>
          ) : null
        }
      />
      <AdminTabs viewer={viewer} current="appointments" />
      {ignored ? <Notice tone="warn">{admin('ignored')}</Notice> : null}
      {view === 'pending' ? <ResetsCard viewer={viewer} /> : null}
      <Tabs
        label={t('viewsLabel')}
        items={appointmentViews.map((each) => ({
          label: t(`views.${each}`),
          href: `${path}?view=${each}`,
          current: each === view,
        }))}
      />
      {choosable ? (
        <ActionForm action={confirmAction} submit={t('confirm')} label={t('confirm')}>
          <Card flush>{table}</Card>
        </ActionForm>
      ) : (
        <Card flush>{table}</Card>
      )}
      <Pager
        first={after ? hrefWith(path, given, { after: undefined }) : undefined}
        next={next ? hrefWith(path, given, { after: next }) : undefined}
      />
    </>
  )
}
