import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readAppointment } from '@/lib/accounts/appointment-queries'
import { countHoldings } from '@/lib/handover/queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { endAction } from '../../actions'

type Props = { params: Promise<{ appointmentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.end'))('title') }
}

export default async function EndPage({ params }: Props) {
  const viewer = await requireViewer()
  const { appointmentId } = await params
  if (!isId(appointmentId)) notFound()
  const held = await forPage(readAppointment(viewer, appointmentId, 'appointment.grant'))
  const holds = held.standsInFor ? 0 : await forPage(countHoldings(viewer, appointmentId))
  const t = await getTranslations('admin.end')
  const handover = await getTranslations('handover')
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
      {holds > 0 ? (
        <Notice
          tone="warn"
          action={<TextLink href={`/handover/${held.id}`}>{handover('link')}</TextLink>}
        >
          {handover('warn', { count: holds })}
        </Notice>
      ) : null}
      <div className="max-w-xl">
        <Card>
          <ActionForm
            action={endAction}
            submit={t('submit')}
            tone="danger"
            cancel="/admin/appointments"
          >
            <HiddenField name="appointmentId" value={held.id} />
            <HiddenField name="version" value={String(held.version)} />
            <DateField
              name="toOn"
              label={t('toOn')}
              hint={t('toOnHint')}
              min={held.fromOn}
              defaultValue={viewer.today}
            />
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
