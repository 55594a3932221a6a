'use client'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { CheckboxesField } from '@/components/form/choice-fields'
import { useField } from '@/components/form/form-context'
import { Select } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'

type Choosable = { id: string; label: string }
export type VillageOption = Choosable & { problems: Choosable[]; measures: Choosable[] }

const Chosen = createContext<{ caseId: string; choose: (id: string) => void }>({
  caseId: '',
  choose: () => {},
})

/** Holds which village a visit is to, for the fields that depend on it. */
export function VillageChoice({ preset, children }: { preset: string; children: ReactNode }) {
  const { kept } = useField('caseId')
  const [caseId, choose] = useState(kept?.[0] ?? preset)
  return <Chosen value={{ caseId, choose }}>{children}</Chosen>
}

type VillageFieldProps = { label: string; blank: string; villages: readonly VillageOption[] }

/** The village, sent as its case. */
export function VillageField({ label, blank, villages }: VillageFieldProps) {
  const { id, errors } = useField('caseId')
  const { caseId, choose } = useContext(Chosen)
  return (
    <Field id={id} label={label} errors={errors}>
      <Select
        name="caseId"
        options={villages.map((one) => ({ value: one.id, label: one.label }))}
        blank={villages.length === 1 ? undefined : blank}
        value={caseId}
        onChange={(event) => choose(event.currentTarget.value)}
        {...wire(id, { errors })}
      />
    </Field>
  )
}

type LinkFieldsProps = {
  villages: readonly VillageOption[]
  words: { problems: string; measures: string; choose: string; none: string }
  problemIds?: string[]
  measureIds?: string[]
}

/** The problems and measures of the chosen village. */
export function LinkFields({ villages, words, problemIds, measureIds }: LinkFieldsProps) {
  const { caseId } = useContext(Chosen)
  const village = villages.find((one) => one.id === caseId)
  if (!village) return <p className="muted text-md">{words.choose}</p>
  const { problems, measures } = village
  if (problems.length + measures.length === 0) {
    return <p className="muted text-md">{words.none}</p>
  }
  const choices = (list: Choosable[]) => list.map(({ id, label }) => ({ value: id, label }))
  return (
    <div key={caseId} className="grid gap-5">
      {problems.length > 0 ? (
        <CheckboxesField
          name="problemIds[]"
          label={words.problems}
          optional
          options={choices(problems)}
          defaultValue={problemIds}
        />
      ) : null}
      {measures.length > 0 ? (
        <CheckboxesField
          name="measureIds[]"
          label={words.measures}
          optional
          options={choices(measures)}
          defaultValue={measureIds}
        />
      ) : null}
    </div>
  )
}
