import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, TextField } from '@/components/form/fields'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readOrganisation } from '@/lib/accounts/organisation-queries'
import { isId } from '@/lib/ids'
import { deactivateAction, renameAction, restoreAction } from '../actions'
import { ContactsCard } from './contacts-card'

type Props = { params: Promise<{ organisationId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.organisations'))('title') }
}

export default async function OrganisationPage({ params }: Props) {
  const viewer = await requireViewer()
  const { organisationId } = await params
  if (!isId(organisationId)) notFound()
  const unit = await forPage(readOrganisation(viewer, organisationId))
  const t = await getTranslations('admin.organisations')
  const admin = await getTranslations('admin')
  const terms = await getTranslations('terms')
  const manages = can(viewer, 'organisation.manage')
  const here = (
    <>
      <HiddenField name="organisationId" value={unit.id} />
      <HiddenField name="version" value={String(unit.version)} />
    </>
  )
  return (
    <>
      <PageHead
        title={unit.name}
        aside={unit.active ? null : <Badge>{t('givenUp')}</Badge>}
        crumbs={[
          { label: admin('title') },
          { label: t('title'), href: '/admin/organisations' },
          { label: unit.name },
        ]}
        actions={
          <LinkButton href={`/admin/people?organisation=${unit.id}`}>{t('peopleOf')}</LinkButton>
        }
      />
      <div className="stack max-w-xl">
        <Card>
          <Facts
            items={[
              { label: t('kind'), value: terms(`organisationKind.${unit.kind}`) },
              { label: t('township'), value: unit.township?.name },
              { label: t('active'), value: unit.active ? t('inUse') : t('givenUp') },
            ]}
          />
        </Card>
        {manages ? (
          <>
            <Card title={t('rename')}>
              <ActionForm action={renameAction} submit={t('save')} label={t('rename')}>
                {here}
                <TextField name="name" label={t('name')} defaultValue={unit.name} maxLength={100} />
              </ActionForm>
            </Card>
            <ContactsCard unit={unit} />
            <Card title={unit.active ? t('deactivate') : t('restore')}>
              <p className="mb-4 text-md text-ink-2">
                {unit.active ? t('deactivateText') : t('restoreText')}
              </p>
              <ActionForm
                action={unit.active ? deactivateAction : restoreAction}
                submit={unit.active ? t('deactivate') : t('restore')}
                tone={unit.active ? 'danger' : 'plain'}
                label={unit.active ? t('deactivate') : t('restore')}
              >
                {here}
              </ActionForm>
            </Card>
          </>
        ) : null}
      </div>
    </>
  )
}
