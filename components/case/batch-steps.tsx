'use client'
import { type ReactNode, useState } from 'react'
import { SelectField } from '@/components/form/fields'
import { useField } from '@/components/form/form-context'

type BatchStepsProps = {
  label: string
  batches: { id: string; label: string; steps: readonly string[] }[]
  /** By step: its name and its fields. */
  steps: Record<string, { label: string; fields: ReactNode }>
  /** Between the choice of the batch and its steps. */
  children: ReactNode
}

/** The choice of a batch, and below it the steps that this batch's rules ask for. */
export function BatchSteps({ label, batches, steps, children }: BatchStepsProps) {
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
          label={label}
          defaultValue={first}
          blank={false}
          options={batches.map((one) => ({ value: one.id, label: one.label }))}
        />
      </div>
      {children}
      {batch?.steps.map((step, index) => (
        <fieldset key={step} className="grid gap-4 rounded-md border border-line p-4 pt-2">
          <legend className="px-1 font-semibold">
            {index + 1}. {steps[step]?.label ?? step}
          </legend>
          {steps[step]?.fields}
        </fieldset>
      ))}
    </>
  )
}
