import { useTranslations } from 'next-intl'
import { DateField } from '@/components/form/date-field'
import { TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'

/** One recorded meeting decision under the field name `decision`: body, date, number, result. */
export function DecisionFields({ body, today }: { body: string; today: string }) {
  const t = useTranslations('exceptional')
  return (
    <fieldset className="grid gap-4 rounded-md border border-line p-4">
      <legend className="px-1 font-semibold">{t('decision')}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="decision.body" label={t('body')} defaultValue={body} maxLength={100} />
        <DateField name="decision.decidedOn" label={t('decidedOn')} max={today} />
      </div>
      <TextField name="decision.documentNo" label={t('documentNo')} maxLength={100} optional />
      <TextAreaField name="decision.result" label={t('result')} rows={2} max={2000} optional />
    </fieldset>
  )
}
