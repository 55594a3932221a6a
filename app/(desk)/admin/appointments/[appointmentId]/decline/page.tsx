import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readAppointment } from '@/lib/accounts/appointment-queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { declineAction } from '../../actions'

type Props = { params: Promise<{ appointmentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.decline'))('title') }
}

export default async function DeclinePage({ params }: Props) {
  const viewer = await requireViewer()
  const { appointmentId } = await params
  if (!isId(appointmentId)) notFound()
  const held = await forPage(readAppointment(viewer, appointmentId, 'appointment.confirm'))
  const t = await getTranslations('admin.decline')
  const admin = await getTranslations('admin')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: admin('title') },
          { label: admin('appointments.title'), href: '/admin/appointments' },
          { label: t('title') },
        ]}
        lead={t('lead', {
          name: held.person?.name ?? '',
          account: held.person?.account ?? '',
          organisation: held.organisation.name,
          role: terms(`role.${held.role}`),
          from: formatDay(held.fromOn, locale),
        })}
      />
      <div className="max-w-xl">
        <Card>
          <ActionForm
            action={declineAction}
            submit={t('submit')}
            tone="danger"
            cancel="/admin/appointments"
          >
            <HiddenField name="appointmentId" value={held.id} />
            <HiddenField name="version" value={String(held.version)} />
            <TextAreaField name="reason" label={t('reason')} max={500} rows={3} />
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
