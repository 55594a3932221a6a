import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { SurveyFields } from '@/components/survey/survey-fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readSurvey } from '@/lib/surveys/queries'
import { change } from '../../actions'

type Props = { params: Promise<{ surveyId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('surveys'))('change') }
}

/** Who is asked until when, and, before any answer, what is asked. */
export default async function EditSurveyPage({ params }: Props) {
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
        title={t('change')}
        crumbs={[
          { label: t('title'), href: '/surveys' },
          { label: survey.villageName, href: back },
          { label: t('change') },
        ]}
      />
      <Card narrow>
        <ActionForm action={change} submit={t('save')} cancel={back}>
          <HiddenField name="surveyId" value={surveyId} />
          <HiddenField name="version" value={survey.version} />
          <SurveyFields
            kind={survey.kind}
            today={viewer.today}
            wordingOpen={!organised.begun}
            defaults={survey}
          />
        </ActionForm>
      </Card>
    </div>
  )
}
