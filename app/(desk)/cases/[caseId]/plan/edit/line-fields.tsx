'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CheckboxesField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { TextField } from '@/components/form/fields'
import { useField } from '@/components/form/form-context'
import { TextAreaField } from '@/components/form/text-area-field'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import type { EditorData, EditorLine } from './editor-data'
import type { LineNow } from './use-lines'

type LineFieldsProps = {
  id: string
  name: string
  line: EditorLine
  number: number
  data: EditorData
  /** Id of the list of organisations. */
  list: string
  now: LineNow | undefined
  onRemove: () => void
}

/** One measure: what, to what end, against which problems, who, from when until when. */
export function LineFields(props: LineFieldsProps) {
  const { id, name, line, number, onRemove } = props
  const t = useTranslations('form.rows')
  return (
    <fieldset id={id} data-row className="rounded-lg border border-line bg-paper p-4 pt-2">
      <legend className="sr-only">{t('item', { of: 'item', n: number })}</legend>
      <div
        id={line.key ? `measure-${line.key}` : undefined}
        className="mb-2 flex items-center gap-3"
      >
        <span aria-hidden="true" className="me-auto text-md font-medium text-ink-2">
          {t('item', { of: 'item', n: number })}
        </span>
        {line.done ? <Badge tone="green">{props.data.words.doneMark}</Badge> : null}
        {line.done ? null : (
          <Button
            size="sm"
            tone="quiet"
            aria-label={t('removeItem', { of: 'item', n: number })}
            onClick={onRemove}
          >
            {t('remove')}
          </Button>
        )}
      </div>
      {(['id', 'measureId', 'move'] as const).map((field) => (
        <input key={field} type="hidden" data-keep name={`${name}.${field}`} value={line[field]} />
      ))}
      {line.done ? <DoneLine {...props} /> : <OpenLine {...props} />}
    </fieldset>
  )
}

function OpenLine(props: LineFieldsProps) {
  const { name, line, data, list } = props
  const { words, problems } = data
  const { fields } = words
  return (
    <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-12 [&_textarea]:min-h-16">
      <div className="sm:col-span-12">
        <TextField
          name={`${name}.title`}
          label={fields.title}
          defaultValue={line.title}
          maxLength={200}
        />
      </div>
      <div className="sm:col-span-12">
        <TextAreaField
          name={`${name}.target`}
          label={fields.target}
          defaultValue={line.target}
          rows={2}
          max={2000}
        />
      </div>
      <div className="sm:col-span-12">
        <CheckboxesField
          name={`${name}.problemIds[]`}
          label={fields.problemIds}
          defaultValue={line.problemIds}
          options={problems.map((problem) => ({
            value: problem.id,
            label: `${problem.number}. ${problem.title}`,
          }))}
        />
      </div>
      <div className="sm:col-span-6">
        <OrganisationField
          name={`${name}.organisationName`}
          label={fields.organisationName}
          defaultValue={line.organisationName}
          list={list}
        />
      </div>
      <div className="sm:col-span-3">
        <TextField
          name={`${name}.personName`}
          label={fields.personName}
          defaultValue={line.personName}
          maxLength={100}
        />
      </div>
      <div className="sm:col-span-3">
        <TextField
          name={`${name}.personPost`}
          label={fields.personPost}
          defaultValue={line.personPost}
          maxLength={100}
          optional
        />
      </div>
      <div className="sm:col-span-6">
        <DateField name={`${name}.startOn`} label={fields.startOn} defaultValue={line.startOn} />
      </div>
      <div className="sm:col-span-6">
        <DueField {...props} />
      </div>
    </div>
  )
}

/** The deadline; of a measure in force it moves only by extension. */
function DueField({ name, line, data, now }: LineFieldsProps) {
  const { words, batchEnd } = data
  const { fields } = words
  const late = batchEnd !== null && (now?.dueOn ?? '') > batchEnd
  const backwards = Boolean(now?.startOn && now.dueOn && now.startOn > now.dueOn)
  if (line.measureId) {
    return (
      <div className="grid content-start gap-1">
        <span className="text-md font-medium">{fields.dueOn}</span>
        <span className="flex min-h-(--control) items-center">{line.dueOn}</span>
        <span className="text-sm text-ink-2">{words.dueByExtension}</span>
        <input type="hidden" data-keep name={`${name}.dueOn`} value={line.dueOn} />
      </div>
    )
  }
  const warning = backwards ? words.startAfterDue : late ? words.afterBatchEnd : null
  return (
    <DateField
      name={`${name}.dueOn`}
      label={fields.dueOn}
      defaultValue={line.dueOn}
      hint={warning ? <span className="font-medium text-amber">{warning}</span> : undefined}
    />
  )
}

/** A measure that is done: in sight, sent along as it is. */
function DoneLine({ name, line, data }: LineFieldsProps) {
  const { problems, words } = data
  const sent = ['title', 'target', 'organisationName', 'personName', 'personPost'] as const
  const numbers = problems
    .filter(({ id }) => line.problemIds.includes(id))
    .map(({ number }) => number)
  return (
    <div className="grid gap-1 text-md">
      <p className="font-medium">{line.title}</p>
      <p className="whitespace-pre-wrap text-ink-2">{line.target}</p>
      <p className="text-ink-2">
        {[line.organisationName, line.personName, line.dueOn].filter(Boolean).join(' · ')}
        {numbers.length > 0 ? ` · ${words.fields.problemIds} ${numbers.join(words.comma)}` : ''}
      </p>
      {[...sent, 'startOn' as const, 'dueOn' as const].map((field) => (
        <input key={field} type="hidden" data-keep name={`${name}.${field}`} value={line[field]} />
      ))}
      {line.problemIds.map((id) => (
        <input key={id} type="hidden" data-keep name={`${name}.problemIds[]`} value={id} />
      ))}
      <input type="hidden" data-keep name={`${name}.done`} value="on" />
    </div>
  )
}

type OrganisationFieldProps = {
  name: string
  label: string
  defaultValue: string
  list: string
}

/** Typed freely, with the county's organisations proposed. */
function OrganisationField({ name, label, defaultValue, list }: OrganisationFieldProps) {
  const { id, errors, kept } = useField(name)
  const [start] = useState(kept?.[0] ?? defaultValue)
  return (
    <Field id={id} label={label} errors={errors}>
      <TextInput
        name={name}
        defaultValue={start}
        list={list}
        maxLength={100}
        autoComplete="off"
        {...wire(id, { errors })}
      />
    </Field>
  )
}
