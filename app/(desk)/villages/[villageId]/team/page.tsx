import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { isOpen } from '@/lib/cases/workflow'
import { PostTitle } from '@/prisma/generated/enums'
import { EditHead, villageToEdit } from '../edit-head'
import { changeTeam } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('villages'))('editTeam') }
}

export default async function TeamPage({ params }: { params: Promise<{ villageId: string }> }) {
  const t = await getTranslations('villages')
  const terms = await getTranslations('terms.postTitle')
  const { village } = await villageToEdit((await params).villageId)
  return (
    <>
      <EditHead village={village} title={t('editTeam')} />
      {village.cases.some((kase) => isOpen(kase.stage)) ? <Notice>{t('openNote')}</Notice> : null}
      <Card>
        <ActionForm
          action={changeTeam}
          submit={t('save')}
          draft={`village-team:${village.id}`}
          cancel={`/villages/${village.id}`}
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
              id,
              title,
              holderName: holderName ?? '',
              fromOn: fromOn ?? '',
            }))}
            columns={[
              { name: 'id', label: '', kind: 'hidden' },
              {
                name: 'title',
                label: t('post'),
                kind: 'select',
                span: 4,
                options: Object.values(PostTitle).map((value) => ({ value, label: terms(value) })),
              },
              {
                name: 'holderName',
                label: t('holder'),
                kind: 'text',
                max: 40,
                optional: true,
                span: 4,
              },
              { name: 'fromOn', label: t('from'), kind: 'date', optional: true, span: 4 },
            ]}
          />
        </ActionForm>
      </Card>
    </>
  )
}
