import { useTranslations } from 'next-intl'
import { DateInput, NumberInput, TextArea } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { measureOf } from './read-form'
import type { FieldsProps } from './visit-fields'

/** What was done on a measure, and how far it is now. */
export function ProgressFields({ input, bundle, today, errors }: FieldsProps) {
  const t = useTranslations('phone.progress')
  const village = bundle.cases.find(({ id }) => id === input.caseId)?.village.name
  const measure = measureOf(bundle, String(input.measureId))
  const control = (name: string) => ({
    ...wire(name, { errors: errors[name] }),
    name,
    defaultValue: String(input[name] ?? ''),
  })
  const around = (name: 'percent' | 'happenedOn' | 'text') => ({
    id: name,
    label: t(name),
    errors: errors[name],
  })
  return (
    <>
      <p className="font-medium">
        {[village, measure?.title].filter(Boolean).join(' · ')}
        {measure ? (
          <span className="block text-md font-normal text-ink-2">
            {t('now', { percent: measure.percent })}
          </span>
        ) : null}
      </p>
      <div className="grid grid-cols-2 gap-4">
        <Field {...around('percent')}>
          <NumberInput
            {...control('percent')}
            inputMode="numeric"
            pattern="[0-9]{1,2}|100"
            required
          />
        </Field>
        <Field {...around('happenedOn')}>
          <DateInput {...control('happenedOn')} max={today} className="min-w-0" required />
        </Field>
      </div>
      <Field {...around('text')}>
        <TextArea {...control('text')} rows={4} maxLength={10_000} required />
      </Field>
    </>
  )
}
