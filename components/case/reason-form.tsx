import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import type { Verb } from '@/lib/cases/workflow'
import type { FormAction } from '@/lib/form-state'
import type { Stage } from '@/prisma/generated/enums'
import { VerbCard } from './verb-card'

type ReasonFormProps = {
  verb: Verb
  kase: { id: string; version: number; stage: Stage }
  blocked: 'casePaused' | 'wrongStage' | null
  action: FormAction
  title: string
  lead?: string
  label: string
  submit: string
  tone?: 'primary' | 'danger'
}

/** A verb that asks for nothing but a reason. */
export function ReasonForm(props: ReasonFormProps) {
  const { verb, kase, blocked, action, title, lead, label, submit, tone } = props
  return (
    <VerbCard title={title} lead={lead} caseId={kase.id} stage={kase.stage} blocked={blocked}>
      <ActionForm
        action={action}
        submit={submit}
        tone={tone}
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
