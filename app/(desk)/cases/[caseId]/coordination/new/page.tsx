import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readRaising } from '@/lib/coordination/queries'
import { raiseRequest } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coordination'))('raise') }
}

export default async function RaisePage({ params }: Props) {
  const { caseId } = await params
  const t = await getTranslations('coordination')
  const { open } = await forPage(readRaising(await requireViewer(), caseId))
  const back = `/cases/${caseId}/coordination`
  if (!open) {
    return (
      <Notice tone="warn" title={t('raise')} action={<TextLink href={back}>{t('back')}</TextLink>}>
        {t('notNow')}
      </Notice>
    )
  }
  return (
    <Card narrow title={t('raise')}>
      <p className="muted pb-4 text-md">{t('raiseLead')}</p>
      <ActionForm
        action={raiseRequest}
        submit={t('raise')}
        draft={`coordination:${caseId}`}
        cancel={back}
      >
        <HiddenField name="caseId" value={caseId} />
        <TextField name="title" label={t('matter')} hint={t('matterHint')} maxLength={100} />
        <TextAreaField name="request" label={t('request')} hint={t('requestHint')} rows={6} />
      </ActionForm>
    </Card>
  )
}
