'use client'
import { type ReactNode, useState } from 'react'
import { DateField } from '@/components/form/date-field'
import { SelectField, TextField } from '@/components/form/fields'
import { useField } from '@/components/form/form-context'

type ChainFieldsProps = {
  batches: { id: string; label: string; steps: readonly string[] }[]
  /** By step: its name, the body that usually takes it, and its 内部 part where it has one. */
  steps: Record<string, { label: string; body: string; internal?: ReactNode }>
  labels: Record<
    'batch' | 'chain' | 'chainHint' | 'body' | 'decidedOn' | 'documentNo' | 'result',
    string
  >
  today: string
}

/** The batch, and below it the decisions that the batch's rules ask for. */
export function ChainFields({ batches, steps, labels, today }: ChainFieldsProps) {
  const first = batches[0]?.id ?? ''
  const { kept } = useField('batchId')
  const [chosen, setChosen] = useState(kept?.[0] ?? first)
  const batch = batches.find(({ id }) => id === chosen)
  return (
    <>
      <div
        onChange={(event) => {
          const { target } = event
          if (target instanceof HTMLSelectElement) setChosen(target.value)
        }}
      >
        <SelectField
          name="batchId"
          label={labels.batch}
          defaultValue={first}
          blank={false}
          options={batches.map(({ id, label }) => ({ value: id, label }))}
        />
      </div>
      <div>
        <h3>{labels.chain}</h3>
        <p className="text-sm text-ink-2">{labels.chainHint}</p>
      </div>
      {batch?.steps.map((step, index) => {
        const { label = step, body = '', internal } = steps[step] ?? {}
        const name = (field: string) => `decisions.${step}.${field}`
        return (
          <fieldset key={step} className="grid gap-4 rounded-md border border-line p-4 pt-2">
            <legend className="px-1 font-semibold">
              {index + 1}. {label}
            </legend>
            <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
              <TextField
                name={name('body')}
                label={labels.body}
                defaultValue={body}
                maxLength={100}
              />
              <DateField name={name('decidedOn')} label={labels.decidedOn} max={today} />
              <TextField
                name={name('documentNo')}
                label={labels.documentNo}
                maxLength={100}
                optional
              />
              <TextField name={name('result')} label={labels.result} maxLength={2000} optional />
            </div>
            {internal}
          </fieldset>
        )
      })}
    </>
  )
}
