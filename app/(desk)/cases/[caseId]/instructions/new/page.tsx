import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField, SelectField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readInstructing } from '@/lib/instructions/queries'
import { recordInstruction } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coordination'))('instruct') }
}

/** 领导批示: written by a linked leader, or by the county office from the paper. */
export default async function InstructPage({ params }: Props) {
  const { caseId } = await params
  const t = await getTranslations('coordination')
  const terms = await getTranslations('terms.organisationKind')
  const viewer = await requireViewer()
  const { open, leaders, organisations } = await forPage(readInstructing(viewer, caseId))
  const back = `/cases/${caseId}/coordination`
  if (!open) {
    return (
      <Notice
        tone="warn"
        title={t('instruct')}
        action={<TextLink href={back}>{t('back')}</TextLink>}
      >
        {t('notNow')}
      </Notice>
    )
  }
  return (
    <Card narrow title={t('instruct')}>
      <ActionForm
        action={recordInstruction}
        submit={t('instruct')}
        draft={`instruction:${caseId}`}
        cancel={back}
      >
        <HiddenField name="caseId" value={caseId} />
        {leaders ? (
          <div className="grid gap-5 sm:grid-cols-2">
            <SelectField
              name="leaderId"
              label={t('leader')}
              blank={t('otherLeader')}
              optional
              options={leaders.map(({ id, name, post }) => ({
                value: id,
                label: [name, post].filter(Boolean).join(' '),
              }))}
            />
            <TextField
              name="leaderName"
              label={t('leaderName')}
              hint={t('leaderNameHint')}
              maxLength={40}
              optional
            />
          </div>
        ) : null}
        <TextAreaField name="text" label={t('text')} rows={4} />
        <SelectField
          name="organisationId"
          label={t('addressee')}
          options={organisations.map(({ id, name, kind }) => ({
            value: id,
            label: name,
            group: terms(kind),
          }))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <DateField
            name="givenOn"
            label={t('givenOn')}
            defaultValue={viewer.today}
            max={viewer.today}
          />
          <DateField name="dueOn" label={t('answerBy')} optional />
        </div>
      </ActionForm>
    </Card>
  )
}
