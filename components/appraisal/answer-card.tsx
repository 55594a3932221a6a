import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, SelectField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { pointsOf } from '@/lib/appraisals/points'
import type { ReadSheet } from '@/lib/appraisals/queries'
import type { FormAction } from '@/lib/form-state'

type Props = {
  appeal: ReadSheet['appeals'][number]
  values: ReadSheet['values']
  action: FormAction
  cancel: string
}

/** Answers one appeal, under what was said in it. */
export function AnswerCard({ appeal, values, action, cancel }: Props) {
  const t = useTranslations('appraisals')
  const lang = useLocale() === 'en' ? 'en' : 'zh'
  const title = appeal.title?.[lang] ?? t('appeal.whole')
  const value = values.find(({ code }) => code === appeal.code)
  return (
    <Card title={title} narrow>
      <p className="measure pb-4 whitespace-pre-line">{appeal.reason}</p>
      <ActionForm
        action={action}
        submit={t('appeal.submitAnswer')}
        draft={`appeal:${appeal.id}`}
        cancel={cancel}
        label={title}
      >
        <HiddenField name="appealId" value={appeal.id} />
        <HiddenField name="version" value={appeal.version} />
        <SelectField
          name="outcome"
          label={t('appeal.outcome')}
          options={(['UPHELD', 'REJECTED'] as const).map((outcome) => ({
            value: outcome,
            label: t(outcome === 'UPHELD' ? 'appeal.upheld' : 'appeal.rejected'),
          }))}
        />
        {value && value.score !== null ? (
          <TextField
            name="corrected"
            label={t('appeal.corrected')}
            hint={t('appeal.correctedHint', { full: pointsOf(value.effective) })}
            optional
            maxLength={6}
          />
        ) : null}
        <TextAreaField name="answer" label={t('appeal.answer')} rows={5} />
      </ActionForm>
    </Card>
  )
}
