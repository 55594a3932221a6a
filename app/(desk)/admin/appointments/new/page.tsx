import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readChoices } from '@/lib/accounts/queries'
import { GrantFields } from '../../grant-fields'
import { grantAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.appointments'))('other') }
}

/** Somebody of another county takes up an office here. */
export default async function AppointOtherPage() {
  const viewer = await requireViewer()
  const { organisations } = await forPage(readChoices(viewer, 'appointment.grant'))
  const t = await getTranslations('admin.grant')
  const admin = await getTranslations('admin')
  const title = admin('appointments.other')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: admin('title') },
          { label: admin('appointments.title'), href: '/admin/appointments' },
          { label: title },
        ]}
        lead={t('leadOther')}
      />
      <div className="max-w-xl">
        <Card>
          <ActionForm action={grantAction} submit={t('submit')} cancel="/admin/appointments">
            <TextField name="account" label={t('account')} maxLength={32} />
            <TextField name="name" label={t('name')} maxLength={50} />
            <GrantFields organisations={organisations} today={viewer.today} />
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
