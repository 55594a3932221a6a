import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { SelectField, TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { ListFields } from '@/components/watch-list/decision-fields'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readListingForm } from '@/lib/watch-list/queries'
import { listNew } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('watchList'))('new') }
}

/** Lists an organisation, or a member of a resident team, by a person's own decision. */
export default async function NewListingPage() {
  const t = await getTranslations('watchList')
  const viewer = await requireViewer()
  const { organisations, members } = await forPage(readListingForm(viewer))
  return (
    <>
      <PageHead
        title={t('new')}
        crumbs={[{ label: t('title'), href: '/watch-list' }, { label: t('new') }]}
      />
      <Card narrow>
        <ActionForm
          action={listNew}
          submit={t('verb.list')}
          draft="watch-list:new"
          cancel="/watch-list"
        >
          <SelectField
            name="organisationId"
            label={t('organisation')}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="memberId"
            label={t('member')}
            hint={t('hint.member')}
            optional
            blank={t('memberNone')}
            options={members.map(({ id, name, team }) => ({
              value: id,
              label: t('memberOf', { name, team }),
            }))}
          />
          <TextField
            name="memberName"
            label={t('memberName')}
            hint={t('hint.memberName')}
            optional
            maxLength={50}
          />
          <ListFields today={viewer.today} />
        </ActionForm>
      </Card>
    </>
  )
}
