import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { publish } from '../actions'

/** Publishing is an act of the county office: from then on everybody concerned reads the result. */
export function PublishForm({ surveyId, version }: { surveyId: string; version: number }) {
  const t = useTranslations('surveys')
  return (
    <Card narrow title={t('publish')}>
      <p className="pb-3 text-md">{t('publishText')}</p>
      <ActionForm action={publish} submit={t('publish')}>
        <HiddenField name="surveyId" value={surveyId} />
        <HiddenField name="version" value={version} />
      </ActionForm>
    </Card>
  )
}
