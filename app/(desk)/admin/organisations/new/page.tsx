import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { SelectField, TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readChoices } from '@/lib/accounts/queries'
import { OrganisationKind } from '@/prisma/generated/enums'
import { createOrganisationAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.organisations'))('newTitle') }
}

export default async function NewOrganisationPage() {
  const viewer = await requireViewer()
  const { townships } = await forPage(readChoices(viewer, 'organisation.manage'))
  const t = await getTranslations('admin.organisations')
  const admin = await getTranslations('admin')
  const terms = await getTranslations('terms')
  return (
    <>
      <PageHead
        title={t('newTitle')}
        crumbs={[
          { label: admin('title') },
          { label: t('title'), href: '/admin/organisations' },
          { label: t('newTitle') },
        ]}
      />
      <div className="max-w-xl">
        <Card>
          <ActionForm
            action={createOrganisationAction}
            submit={t('submit')}
            cancel="/admin/organisations"
          >
            <TextField name="name" label={t('name')} maxLength={100} />
            <SelectField
              name="kind"
              label={t('kind')}
              options={Object.values(OrganisationKind).map((kind) => ({
                value: kind,
                label: terms(`organisationKind.${kind}`),
              }))}
            />
            <SelectField
              name="townshipId"
              label={t('township')}
              hint={t('townshipHint')}
              blank={t('noTownship')}
              optional
              options={townships.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
