import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField, SelectField, TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readTeam } from '@/lib/leading-team/queries'
import { PostTitle } from '@/prisma/generated/enums'
import { EditHead, villageToEdit } from '../../../edit-head'
import { correctTerm } from '../../actions'

type Props = { params: Promise<{ villageId: string; termId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('villages'))('correctTerm') }
}

/** Sets right what is recorded of a former holder, or records one from before the register. */
export default async function TermPage({ params }: Props) {
  const { villageId, termId } = await params
  const { village, today } = await villageToEdit(villageId)
  const { former } = await forPage(readTeam(await requireViewer(), villageId))
  const term = former.find(({ id }) => id === termId)
  if (!term && termId !== 'new') notFound()
  const t = await getTranslations('villages')
  const titles = await getTranslations('terms.postTitle')
  const options = Object.values(PostTitle).map((value) => ({ value, label: titles(value) }))
  return (
    <>
      <EditHead village={village} title={t(term ? 'correctTerm' : 'addTerm')} />
      <Card narrow>
        <ActionForm
          action={correctTerm}
          submit={t('save')}
          draft={`term:${village.id}:${termId}`}
          cancel={`/villages/${village.id}/team`}
        >
          <HiddenField name="villageId" value={village.id} />
          <HiddenField name="version" value={village.version} />
          {term ? <HiddenField name="termId" value={term.id} /> : null}
          <SelectField
            name="title"
            label={t('post')}
            defaultValue={term?.title}
            options={options}
          />
          <TextField
            name="holderName"
            label={t('holder')}
            defaultValue={term?.holderName}
            maxLength={40}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <DateField
              name="fromOn"
              label={t('from')}
              defaultValue={term?.fromOn ?? ''}
              max={today}
              optional
            />
            <DateField name="toOn" label={t('until')} defaultValue={term?.toOn ?? ''} max={today} />
          </div>
          <TextField
            name="reason"
            label={t('changeReason')}
            defaultValue={term?.reason}
            maxLength={2000}
            optional
          />
        </ActionForm>
      </Card>
    </>
  )
}
