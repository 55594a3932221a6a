'use client'
import { type ReactNode, useState } from 'react'
import { RadioField } from '@/components/form/choice-fields'
import { useField } from '@/components/form/form-context'
import type { Option } from '@/components/ui/controls'

type ConclusionChoiceProps = {
  label: string
  options: Option[]
  /** What is asked besides when problems were found. */
  children: ReactNode
}

/** 未发现问题 or 发现问题: only the second asks for more. */
export function ConclusionChoice({ label, options, children }: ConclusionChoiceProps) {
  const { kept } = useField('conclusion')
  const [chosen, setChosen] = useState(kept?.[0])
  return (
    <>
      <div
        onChange={({ target }) => {
          if (target instanceof HTMLInputElement) setChosen(target.value)
        }}
      >
        <RadioField name="conclusion" label={label} options={options} inline />
      </div>
      {chosen === 'PROBLEMS' ? children : null}
    </>
  )
}
