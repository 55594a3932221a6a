import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/choice'
import { DateInput, NumberInput, Select, TextArea, TextInput } from '@/components/ui/controls'
import { Field, FieldGroup, wire } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import type { Bundle } from '@/lib/offline/bundle-schema'
import { VillageField } from './village-field'

export type FieldsProps = {
  input: Record<string, unknown>
  bundle: Bundle
  today: string
  errors: Record<string, string[]>
}

const kinds = ['HOME_VISIT', 'RESIDENCE', 'ON_SITE_WORK', 'TALK', 'CARE', 'REVISIT'] as const

/** A visit: the village and one sentence are enough, the rest waits below. */
export function VisitFields({ input, bundle, today, errors }: FieldsProps) {
  const t = useTranslations('phone.visit')
  const [caseId, setCaseId] = useState(String(input.caseId ?? ''))
  const kase = bundle.cases.find(({ id }) => id === caseId)
  const villages = bundle.cases.filter(({ id, mayVisit }) => mayVisit || id === caseId)
  /** Name, words, and what was written before, of one control. */
  const control = (name: string) => ({
    ...wire(name, { errors: errors[name] }),
    name,
    defaultValue: String(input[name] ?? ''),
  })
  const around = (name: string) => ({ id: name, label: t(name as 'found'), errors: errors[name] })
  return (
    <>
      <VillageField cases={villages} value={caseId} onChange={setCaseId} errors={errors.caseId} />
      <div className="grid grid-cols-2 gap-4">
        <Field {...around('kind')}>
          <Select
            {...control('kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
        </Field>
        <Field {...around('day')}>
          <DateInput {...control('day')} max={today} className="min-w-0" required />
        </Field>
      </div>
      <Field {...around('found')}>
        <TextArea {...control('found')} rows={4} maxLength={10_000} required />
      </Field>
      <Field {...around('settled')} optional>
        <TextArea {...control('settled')} rows={2} maxLength={10_000} />
      </Field>
      <Fold label={t('people')}>
        <Field {...around('companions')} optional>
          <TextInput {...control('companions')} maxLength={200} />
        </Field>
        <Ticks name="companionIds" label={t('companionIds')} input={input} from={known(kase)} />
        <Field {...around('metCount')} optional>
          <NumberInput {...control('metCount')} inputMode="numeric" pattern="[0-9]{1,6}" />
        </Field>
        <Field {...around('met')} optional>
          <TextInput {...control('met')} maxLength={500} />
        </Field>
      </Fold>
      <Fold label={t('toDo')}>
        <Field {...around('task')} optional>
          <TextArea {...control('task')} rows={2} maxLength={1000} />
        </Field>
        <Field {...around('taskPerson')} optional>
          <TextInput {...control('taskPerson')} maxLength={200} />
        </Field>
        <Field {...around('taskDueOn')} optional>
          <DateInput {...control('taskDueOn')} />
        </Field>
      </Fold>
      {kase && kase.problems.length + kase.measures.length > 0 ? (
        <Fold label={t('links')}>
          <Ticks name="problemIds" label={t('problemIds')} input={input} from={kase.problems} />
          <Ticks name="measureIds" label={t('measureIds')} input={input} from={kase.measures} />
        </Fold>
      ) : null}
    </>
  )
}

type Choice = { id: string; title: string }

function known(kase: Bundle['cases'][number] | undefined): Choice[] {
  return (kase?.people ?? []).flatMap(({ id, name, post }) =>
    id ? [{ id, title: [name, post].filter(Boolean).join(' ') }] : [],
  )
}

type TicksProps = { name: string; label: string; input: Record<string, unknown>; from: Choice[] }

function Ticks({ name, label, input, from }: TicksProps) {
  if (from.length === 0) return null
  const ticked = (input[name] as string[] | undefined) ?? []
  return (
    <FieldGroup id={name} legend={label}>
      {from.map(({ id, title }) => (
        <Checkbox
          key={id}
          name={name}
          value={id}
          defaultChecked={ticked.includes(id)}
          label={title}
        />
      ))}
    </FieldGroup>
  )
}
