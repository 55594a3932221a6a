import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateInput, Select, TextArea } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { choiceOf, phoneRecordKinds } from '@/lib/offline/record-kinds'
import { VillageField } from './village-field'
import type { FieldsProps } from './visit-fields'

/** A work record: what kind of work it was, and one text. */
export function RecordFields({ input, bundle, today, errors }: FieldsProps) {
  const t = useTranslations('phone.record')
  const kinds = useTranslations('terms.recordKind')
  const options = useTranslations('terms.recordOption')
  const [caseId, setCaseId] = useState(String(input.caseId ?? ''))
  const [kind, setKind] = useState(String(input.kind ?? phoneRecordKinds[0].kind))
  const choice = choiceOf(kind)
  const detail = (input.detail ?? {}) as Record<string, string>
  const villages = bundle.cases.filter(({ id, mayRecord }) => mayRecord || id === caseId)
  const chosen = choice && `detail.${choice.name}`
  return (
    <>
      <VillageField cases={villages} value={caseId} onChange={setCaseId} errors={errors.caseId} />
      <div className="grid grid-cols-2 gap-4">
        <Field id="kind" label={t('kind')} errors={errors.kind}>
          <Select
            {...wire('kind', { errors: errors.kind })}
            name="kind"
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            options={phoneRecordKinds.map(({ kind: value }) => ({ value, label: kinds(value) }))}
          />
        </Field>
        <Field id="day" label={t('day')} errors={errors.day}>
          <DateInput
            {...wire('day', { errors: errors.day })}
            name="day"
            defaultValue={String(input.day ?? '')}
            max={today}
            className="min-w-0"
            required
          />
        </Field>
      </div>
      {choice && chosen ? (
        <Field id={chosen} label={t(choice.name)} errors={errors[chosen]}>
          <Select
            key={kind}
            {...wire(chosen, { errors: errors[chosen] })}
            name={chosen}
            defaultValue={detail[choice.name] ?? ''}
            options={choice.options.map((value) => ({ value, label: options(value) }))}
            blank={t('choose')}
            required
          />
        </Field>
      ) : null}
      <Field id="text" label={t('text')} errors={errors.text}>
        <TextArea
          {...wire('text', { errors: errors.text })}
          name="text"
          defaultValue={String(input.text ?? '')}
          rows={4}
          maxLength={10_000}
          required
        />
      </Field>
    </>
  )
}
