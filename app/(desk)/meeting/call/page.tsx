import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { requirePermission, requireViewer } from '@/lib/access/viewer'
import { callMeeting } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meeting'))('callTitle') }
}

/** Sets the date of the next 调度会, from which on those responsible are asked once. */
export default async function CallMeetingPage() {
  const viewer = await requireViewer()
  await requirePermission(viewer, 'meeting.call')
  const t = await getTranslations('meeting')
  return (
    <>
      <PageHead
        title={t('callTitle')}
        crumbs={[{ label: t('title'), href: '/meeting' }, { label: t('callTitle') }]}
        lead={<span className="measure block">{t('callLead')}</span>}
      />
      <Card narrow>
        <ActionForm action={callMeeting} submit={t('call')} cancel="/meeting">
          <DateField name="heldOn" label={t('heldOn')} min={viewer.today} />
        </ActionForm>
      </Card>
    </>
  )
}
