import { useTranslations } from 'next-intl'
import { DateField } from '@/components/form/date-field'
import { TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'

/** What a decision to list says: why, what is done about it, on which basis, when it is looked at again. */
export function ListFields({ today }: { today: string }) {
  const t = useTranslations('watchList')
  return (
    <>
      <TextAreaField
        name="reason"
        label={t('reason')}
        hint={t('hint.reason')}
        rows={4}
        max={2000}
      />
      <TextAreaField name="measures" label={t('measures')} hint={t('hint.measures')} rows={4} />
      <TextField name="basis" label={t('basis')} optional maxLength={200} />
      <DateField name="reviewOn" label={t('reviewOn')} min={today} optional />
    </>
  )
}

/** Why it is over, and on which basis. */
export function ClearFields() {
  const t = useTranslations('watchList')
  return (
    <>
      <TextAreaField name="reason" label={t('clearReason')} rows={4} max={2000} />
      <TextField name="basis" label={t('basis')} optional maxLength={200} />
    </>
  )
}
