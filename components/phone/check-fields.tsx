import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Radio } from '@/components/ui/choice'
import { DateInput, NumberInput, Select, TextArea } from '@/components/ui/controls'
import { Field, FieldGroup, wire } from '@/components/ui/field'
import type { Bundle } from '@/lib/offline/bundle-schema'
import { CheckKnown } from './check-known'
import type { FieldsProps } from './visit-fields'

type Check = NonNullable<Bundle['checks']>[number]
type Question = Check['sheet'][number]
type Errors = FieldsProps['errors']

const findingKinds = [
  'MEASURE_NOT_DONE',
  'RECORD_UNTRUE',
  'LEADING_TEAM',
  'ORGANISATION_LIFE',
  'HELP_LACKING',
  'DISCLOSURE',
  'FUNDS',
  'PEOPLE_CONCERN',
  'BURDEN',
  'OTHER',
] as const
const gravities = ['ORDINARY', 'SERIOUS', 'GRAVE'] as const
const conclusions = ['NO_PROBLEM', 'PROBLEMS'] as const

/** A spot check: what is known already, then its sheet, the conclusion, what was found. */
export function CheckFields({ input, bundle, today, errors }: FieldsProps) {
  const t = useTranslations('phone.check')
  const words = useTranslations('terms.spotCheckConclusion')
  const check = bundle.checks?.find(({ id }) => id === input.spotCheckId)
  const answers = (input.answers ?? {}) as Record<string, string>
  const found = (input.findings ?? []) as Record<string, string>[]
  const [conclusion, setConclusion] = useState(String(input.conclusion ?? ''))
  const [rows, setRows] = useState(Math.max(1, found.length))
  if (!check) return <p>{t('gone')}</p>
  return (
    <>
      <CheckKnown check={check} />
      <Field id="visitedOn" label={t('visitedOn')} errors={errors.visitedOn}>
        <DateInput
          {...wire('visitedOn', { errors: errors.visitedOn })}
          name="visitedOn"
          defaultValue={String(input.visitedOn ?? today)}
          min={check.assignedOn}
          max={today}
          required
        />
      </Field>
      {check.sheet.map((question) => (
        <Answer
          key={question.code}
          question={question}
          given={answers[question.code]}
          errors={errors}
        />
      ))}
      <FieldGroup id="conclusion" legend={t('conclusion')} errors={errors.conclusion}>
        {conclusions.map((value) => (
          <Radio
            key={value}
            name="conclusion"
            value={value}
            label={words(value)}
            defaultChecked={conclusion === value}
            onChange={() => setConclusion(value)}
            required
          />
        ))}
      </FieldGroup>
      {conclusion === 'PROBLEMS' ? (
        <>
          {Array.from({ length: rows }, (_, index) => (
            <Finding
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added
              key={index}
              index={index}
              given={found[index] ?? {}}
              measures={check.measures}
              errors={errors}
            />
          ))}
          <Button onClick={() => setRows(rows + 1)}>{t('addFinding')}</Button>
        </>
      ) : null}
      <Field id="summary" label={t('summary')} errors={errors.summary} optional>
        <TextArea
          {...wire('summary', { errors: errors.summary })}
          name="summary"
          defaultValue={String(input.summary ?? '')}
          rows={2}
          maxLength={10_000}
        />
      </Field>
    </>
  )
}

type AnswerProps = { question: Question; given?: string; errors: Errors }

function Answer({ question, given, errors }: AnswerProps) {
  const t = useTranslations('phone.check')
  const { code, kind, text, options, required } = question
  const name = `answers.${code}`
  const faults = errors[name]
  if (kind === 'YES_NO' || kind === 'CHOICE') {
    const choices =
      kind === 'CHOICE'
        ? options.map((value) => ({ value, label: value }))
        : (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))
    return (
      <FieldGroup id={name} legend={text} errors={faults} optional={!required}>
        <div className="flex flex-wrap gap-x-6">
          {choices.map((choice) => (
            <Radio
              key={choice.value}
              name={name}
              {...choice}
              defaultChecked={given === choice.value}
              required={required}
            />
          ))}
        </div>
      </FieldGroup>
    )
  }
  const control = {
    ...wire(name, { errors: faults }),
    ...{ name, defaultValue: given ?? '', required },
  }
  return (
    <Field id={name} label={text} errors={faults} optional={!required}>
      {kind === 'NUMBER' ? (
        <NumberInput {...control} inputMode="numeric" pattern="[0-9]{1,9}" />
      ) : (
        <TextArea {...control} rows={2} maxLength={10_000} />
      )}
    </Field>
  )
}

type FindingProps = {
  index: number
  given: Record<string, string>
  measures: Check['measures']
  errors: Errors
}

function Finding({ index, given, measures, errors }: FindingProps) {
  const t = useTranslations('phone.check')
  const terms = useTranslations('terms')
  const at = (field: string) => `findings.${index}.${field}`
  const control = (field: string) => ({
    ...wire(at(field), { errors: errors[at(field)] }),
    ...{ name: at(field), defaultValue: given[field] ?? '' },
  })
  const around = (field: 'kind' | 'gravity' | 'text' | 'evidence' | 'measureId') => ({
    ...{ id: at(field), label: t(field), errors: errors[at(field)] },
  })
  return (
    <fieldset className="grid gap-3 rounded-md border border-line p-3">
      <legend className="px-1 text-sm text-ink-2">{t('finding', { n: index + 1 })}</legend>
      <Field {...around('kind')}>
        <Select
          {...control('kind')}
          blank={t('choose')}
          options={findingKinds.map((value) => ({ value, label: terms(`findingKind.${value}`) }))}
          required
        />
      </Field>
      <Field {...around('gravity')}>
        <Select
          {...control('gravity')}
          blank={t('choose')}
          options={gravities.map((value) => ({ value, label: terms(`findingGravity.${value}`) }))}
          required
        />
      </Field>
      <Field {...around('text')}>
        <TextArea {...control('text')} rows={3} maxLength={10_000} required />
      </Field>
      <Field {...around('evidence')} optional>
        <TextArea {...control('evidence')} rows={2} maxLength={10_000} />
      </Field>
      {measures.length > 0 ? (
        <Field {...around('measureId')} optional>
          <Select
            {...control('measureId')}
            blank={t('none')}
            options={measures.map(({ id, number, title }) => ({
              value: id,
              label: `${number}. ${title}`,
            }))}
          />
        </Field>
      ) : null}
    </fieldset>
  )
}
