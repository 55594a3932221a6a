import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readChoices, readPerson } from '@/lib/accounts/queries'
import { isId } from '@/lib/ids'
import { grantAction } from '../../../appointments/actions'
import { GrantFields } from '../../../grant-fields'

type Props = { params: Promise<{ userId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.grant'))('title') }
}

export default async function AppointPage({ params }: Props) {
  const viewer = await requireViewer()
  const { userId } = await params
  if (!isId(userId)) notFound()
  const { organisations } = await forPage(readChoices(viewer, 'appointment.grant'))
  const { name, account } = await forPage(readPerson(viewer, userId))
  const t = await getTranslations('admin.grant')
  const admin = await getTranslations('admin')
  const back = `/admin/people/${userId}`
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: admin('title') },
          { label: admin('people.title'), href: '/admin/people' },
          { label: name, href: back },
          { label: t('title') },
        ]}
        lead={t('lead', { name, account })}
      />
      <div className="max-w-xl">
        <Card>
          <ActionForm action={grantAction} submit={t('submit')} cancel={back}>
            <HiddenField name="userId" value={userId} />
            <GrantFields organisations={organisations} today={viewer.today} />
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
