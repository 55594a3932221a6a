import { useTranslations } from 'next-intl'
import { DateField } from '@/components/form/date-field'
import { TextField } from '@/components/form/fields'
import { officialBodies } from '@/lib/decisions/official-bodies'
import { type DecisionStep, decisionSteps } from '@/lib/rule-sets/schema'
import { BatchSteps } from './batch-steps'
import { InternalFields } from './internal-fields'

type ChainFieldsProps = {
  batches: { id: string; name: string; year: number; steps: readonly DecisionStep[] }[]
  today: string
  /** Whether a joint review (部门联审) may bring its 内部 part: of one village only. */
  internal?: boolean
}

/** The batch, the decisions that the batch's rules ask for, and the day of handing over. */
export function ChainFields({ batches, today, internal }: ChainFieldsProps) {
  const t = useTranslations('candidates')
  const terms = useTranslations('terms')
  const steps = decisionSteps.map((step) => [
    step,
    {
      label: terms(`decisionStep.${step}`),
      fields: (
        <StepFields step={step} today={today} internal={internal && step === 'JOINT_REVIEW'} />
      ),
    },
  ])
  return (
    <>
      <BatchSteps
        label={t('batch')}
        batches={batches.map(({ id, name, year, ...batch }) => ({
          id,
          label: t('batchOption', { name, year: String(year) }),
          steps: batch.steps,
        }))}
        steps={Object.fromEntries(steps)}
      >
        <div>
          <h3>{t('chain')}</h3>
          <p className="text-sm text-ink-2">{t('chainHint')}</p>
        </div>
      </BatchSteps>
      <DateField name="handedOverOn" label={t('handedOverOn')} defaultValue={today} max={today} />
    </>
  )
}

type StepFieldsProps = { step: DecisionStep; today: string; internal?: boolean }

function StepFields({ step, today, internal }: StepFieldsProps) {
  const t = useTranslations('candidates')
  const name = (field: string) => `decisions.${step}.${field}`
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextField
          name={name('body')}
          label={t('body')}
          defaultValue={officialBodies[step]}
          maxLength={100}
        />
        <DateField name={name('decidedOn')} label={t('decidedOn')} max={today} />
        <TextField name={name('documentNo')} label={t('documentNo')} maxLength={100} optional />
        <TextField name={name('result')} label={t('result')} maxLength={2000} optional />
      </div>
      {internal ? <InternalFields name={name('internal')} /> : null}
    </>
  )
}
