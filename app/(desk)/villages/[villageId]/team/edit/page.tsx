import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, TextField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { isOpen } from '@/lib/cases/workflow'
import { PostTitle } from '@/prisma/generated/enums'
import { EditHead, villageToEdit } from '../../edit-head'
import { changeTeam } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('villages'))('editTeam') }
}

/** Posts, holders and reserves as one form; a new holder from a later day follows the present one. */
export default async function EditTeamPage(props: { params: Promise<{ villageId: string }> }) {
  const t = await getTranslations('villages')
  const terms = await getTranslations('terms.postTitle')
  const { village } = await villageToEdit((await props.params).villageId)
  const titles = Object.values(PostTitle).map((value) => ({ value, label: terms(value) }))
  return (
    <>
      <EditHead village={village} title={t('editTeam')} />
      {village.cases.some((kase) => isOpen(kase.stage)) ? <Notice>{t('openNote')}</Notice> : null}
      <Card>
        <ActionForm
          action={changeTeam}
          submit={t('save')}
          draft={`village-team:${village.id}`}
          cancel={`/villages/${village.id}/team`}
        >
          <HiddenField name="villageId" value={village.id} />
          <HiddenField name="version" value={village.version} />
          <RowsField
            name="posts"
            label={t('posts')}
            hint={t('postsHint')}
            add={t('addPost')}
            max={30}
            rows={village.posts.map(({ id, title, holderName, fromOn }) => ({
              ...{ id, title },
              holderName: holderName ?? '',
              fromOn: fromOn ?? '',
            }))}
            columns={[
              { name: 'id', label: '', kind: 'hidden' },
              { name: 'title', label: t('post'), kind: 'select', span: 4, options: titles },
              {
                ...{ name: 'holderName', label: t('holder'), kind: 'text', optional: true },
                ...{ max: 40, span: 4 },
              },
              { name: 'fromOn', label: t('from'), kind: 'date', optional: true, span: 4 },
            ]}
          />
          <RowsField
            name="reserves"
            label={t('reserveCadres')}
            hint={t('reservesHint')}
            add={t('addReserve')}
            of="person"
            max={100}
            optional
            rows={village.reserves.map(({ id, name, note, fromOn }) => ({
              ...{ id, name, note },
              fromOn: fromOn ?? '',
            }))}
            columns={[
              { name: 'id', label: '', kind: 'hidden' },
              { name: 'name', label: t('holder'), kind: 'text', max: 40, span: 4 },
              { name: 'fromOn', label: t('reserveFrom'), kind: 'date', optional: true, span: 4 },
              {
                ...{ name: 'note', label: t('reserveNote'), kind: 'area', optional: true },
                max: 500,
              },
              { name: 'toOn', label: t('reserveTo'), kind: 'date', optional: true, span: 4 },
              {
                ...{ name: 'promotedTo', label: t('promotedTo'), kind: 'select' },
                ...{ optional: true, span: 4, options: titles },
              },
            ]}
          />
          <TextField name="reason" label={t('changeReason')} optional maxLength={2000} />
        </ActionForm>
      </Card>
    </>
  )
}
