import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { InternalFields } from '@/components/case/internal-fields'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, SelectField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { holds } from '@/lib/access/viewer-types'
import { isId } from '@/lib/ids'
import { kindTitleIn } from '@/lib/plans/paper'
import { readNewProblem } from '@/lib/problems/queries'
import { problemStages } from '@/lib/problems/rules'
import { reportProblem } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('problems'))('add') }
}

/** A problem found after the proposal. */
export default async function NewProblemPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const { kase, kinds } = await forPage(readNewProblem(viewer, caseId))
  const t = await getTranslations('problems')
  const terms = await getTranslations('terms.categoryLong')
  const errors = await getTranslations('errors')
  const title = kindTitleIn(await getLocale())
  const back = `/cases/${caseId}/plan`
  if (kase.paused || !problemStages.add.includes(kase.stage)) {
    return (
      <Notice
        tone="warn"
        title={t('add')}
        action={<LinkButton href={back}>{t('back')}</LinkButton>}
      >
        {errors(kase.paused ? 'casePaused' : 'wrongStage')}
      </Notice>
    )
  }
  return (
    <Card title={t('add')} narrow>
      <ActionForm
        action={reportProblem}
        submit={t('add')}
        draft={`problem:${caseId}`}
        cancel={back}
        label={t('add')}
      >
        <HiddenField name="caseId" value={caseId} />
        <SelectField
          name="kindId"
          label={t('kind')}
          options={kinds.map((kind) => ({
            value: kind.id,
            label: title(kind),
            group: terms(kind.category),
          }))}
        />
        <TextField name="title" label={t('what')} hint={t('whatHint')} maxLength={200} />
        <TextAreaField name="cause" label={t('cause')} rows={3} optional />
        <TextAreaField name="evidence" label={t('evidence')} rows={3} optional />
        <InternalFields asksTownship={holds(viewer, 'COUNTY_OFFICE')} />
      </ActionForm>
    </Card>
  )
}
