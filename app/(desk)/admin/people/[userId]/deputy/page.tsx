import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField, SelectField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readReplaceable } from '@/lib/accounts/deputy-queries'
import { readPerson } from '@/lib/accounts/queries'
import { isId } from '@/lib/ids'
import { grantDeputyAction } from '../../../appointments/actions'

type Props = { params: Promise<{ userId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.deputy'))('title') }
}

/** Lets a person stand in for somebody else's appointment (代理). */
export default async function DeputyPage({ params }: Props) {
  const viewer = await requireViewer()
  const { userId } = await params
  if (!isId(userId)) notFound()
  const appointments = await forPage(readReplaceable(viewer, userId))
  const { name, account } = await forPage(readPerson(viewer, userId))
  const t = await getTranslations('admin.deputy')
  const admin = await getTranslations('admin')
  const grant = await getTranslations('admin.grant')
  const terms = await getTranslations('terms')
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
          <ActionForm action={grantDeputyAction} submit={t('submit')} cancel={back}>
            <HiddenField name="userId" value={userId} />
            <SelectField
              name="standsInForId"
              label={t('standsInFor')}
              hint={t('hint')}
              options={appointments.map((held) => ({
                value: held.id,
                label: t('held', { name: held.name, organisation: held.organisation }),
                group: terms(`role.${held.role}`),
              }))}
            />
            <DateField name="fromOn" label={grant('fromOn')} defaultValue={viewer.today} />
            <DateField name="toOn" label={grant('toOn')} min={viewer.today} />
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
