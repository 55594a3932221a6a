import { useTranslations } from 'next-intl'
import { InternalFields } from '@/components/case/internal-fields'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField, TextField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { TextAreaField } from '@/components/form/text-area-field'
import type { readClosing } from '@/lib/closure/queries'
import { summaryLimit } from '@/lib/closure/schema'
import { officialBodies } from '@/lib/decisions/official-bodies'
import type { DecisionStep } from '@/lib/rule-sets/schema'
import { close } from './actions'

type ClosingFormProps = Pick<Awaited<ReturnType<typeof readClosing>>, 'kase' | 'steps'> & {
  today: string
}

/** Number, date and basis, the chain of decisions, what was achieved, and who signs. */
export function ClosingForm({ kase, steps, today }: ClosingFormProps) {
  const t = useTranslations('closure')
  return (
    <ActionForm
      action={close}
      submit={t('close')}
      draft={`close:${kase.id}`}
      cancel={`/cases/${kase.id}`}
    >
      <HiddenField name="caseId" value={kase.id} />
      <HiddenField name="version" value={kase.version} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="number" label={t('number')} hint={t('numberHint')} maxLength={100} />
        <DateField name="closedOn" label={t('closedOn')} defaultValue={today} max={today} />
      </div>
      {steps.length > 0 ? (
        <div>
          <h3>{t('chain')}</h3>
          <p className="text-sm text-ink-2">{t('chainHint')}</p>
        </div>
      ) : null}
      {steps.map((step, index) => (
        <StepFields key={step} step={step} number={index + 1} today={today} />
      ))}
      <TextAreaField name="basis" label={t('basis')} hint={t('basisHint')} rows={2} max={2000} />
      <TextAreaField
        name="summary"
        label={t('summary')}
        hint={t('summaryHint')}
        rows={5}
        max={summaryLimit}
      />
      <RowsField
        name="signers"
        of="person"
        label={t('signers')}
        hint={t('signersHint')}
        add={t('addSigner')}
        min={1}
        max={20}
        columns={[
          { name: 'name', label: t('name'), kind: 'text', max: 50, span: 3 },
          { name: 'post', label: t('post'), kind: 'text', max: 100, span: 3, optional: true },
          {
            name: 'organisation',
            label: t('organisation'),
            kind: 'text',
            max: 100,
            span: 6,
            optional: true,
          },
        ]}
      />
    </ActionForm>
  )
}

function StepFields({
  step,
  number,
  today,
}: {
  step: DecisionStep
  number: number
  today: string
}) {
  const t = useTranslations('closure')
  const terms = useTranslations('terms')
  const name = (field: string) => `decisions.${step}.${field}`
  return (
    <fieldset className="grid gap-4 rounded-md border border-line p-4 pt-2">
      <legend className="px-1 font-semibold">
        {number}. {terms(`decisionStep.${step}`)}
      </legend>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          name={name('body')}
          label={t('body')}
          defaultValue={officialBodies[step]}
          maxLength={100}
        />
        <DateField name={name('decidedOn')} label={t('decidedOn')} max={today} />
        <TextField name={name('documentNo')} label={t('documentNo')} maxLength={100} optional />
      </div>
      <TextAreaField
        name={name('result')}
        label={t('decisionResult')}
        rows={2}
        max={2000}
        optional
      />
      {step === 'JOINT_REVIEW' ? <InternalFields name={name('internal')} /> : null}
    </fieldset>
  )
}
