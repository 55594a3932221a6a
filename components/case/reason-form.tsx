import type { ComponentProps } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import type { FormAction } from '@/lib/form-state'
import { VerbCard } from './verb-card'

type ReasonFormProps = Omit<ComponentProps<typeof VerbCard>, 'kase' | 'wide' | 'children'> & {
  kase: ComponentProps<typeof VerbCard>['kase'] & { version: number }
  action: FormAction
  /** What the verb does, above the form. */
  lead?: string
  label: string
  submit: string
}

/** A verb that asks for nothing but a reason. */
export function ReasonForm({ action, lead, label, submit, ...found }: ReasonFormProps) {
  const { kase, verb } = found
  return (
    <VerbCard {...found}>
      {lead ? <p className="muted pb-4 text-md">{lead}</p> : null}
      <ActionForm
        action={action}
        submit={submit}
        draft={`${verb}:${kase.id}`}
        cancel={`/cases/${kase.id}`}
      >
        <HiddenField name="caseId" value={kase.id} />
        <HiddenField name="version" value={kase.version} />
        <TextAreaField name="reason" label={label} rows={3} max={2000} />
      </ActionForm>
    </VerbCard>
  )
}
