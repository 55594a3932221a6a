import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, NumberField, TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readSurvey } from '@/lib/surveys/queries'
import { close } from '../../actions'

type Props = { params: Promise<{ surveyId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('surveys'))('close') }
}

/** Closes a round and counts it, once and for all. */
export default async function CloseSurveyPage({ params }: Props) {
  const { surveyId } = await params
  if (!isId(surveyId)) notFound()
  const viewer = await requireViewer()
  const { survey, organised } = await forPage(readSurvey(viewer, surveyId))
  if (!organised) forbidden()
  if (survey.state !== 'OPEN') notFound()
  const t = await getTranslations('surveys')
  const back = `/surveys/${surveyId}`
  return (
    <div className="stack">
      <PageHead
        title={t('close')}
        crumbs={[
          { label: t('title'), href: '/surveys' },
          { label: survey.villageName, href: back },
          { label: t('close') },
        ]}
      />
      <Notice tone="warn" title={t('closeTitle')}>
        {t('closeText', { issued: survey.issued })}
      </Notice>
      <Card narrow>
        <ActionForm action={close} submit={t('close')} cancel={back}>
          <HiddenField name="surveyId" value={surveyId} />
          <HiddenField name="version" value={survey.version} />
          {survey.kind === 'MEETING' ? (
            <NumberField
              whole
              name="present"
              label={t('count.present')}
              hint={t('presentHint', { due: survey.due })}
            />
          ) : null}
          <NumberField
            whole
            name="paperIssued"
            label={t('paperIssued')}
            hint={t('paperIssuedHint', { typed: organised.papers.length })}
            defaultValue={organised.papers.length}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField name="countedBy" label={t('countedBy')} optional maxLength={50} />
            <TextField name="scrutinisedBy" label={t('scrutinisedBy')} optional maxLength={50} />
            <TextField name="ledBy" label={t('ledBy')} optional maxLength={50} />
          </div>
        </ActionForm>
      </Card>
    </div>
  )
}
