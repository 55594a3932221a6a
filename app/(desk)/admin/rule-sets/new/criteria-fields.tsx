import { useTranslations } from 'next-intl'
import { CheckboxesField, CheckboxField } from '@/components/form/choice-fields'
import { HiddenField, NumberField } from '@/components/form/fields'
import {
  type CriterionCode,
  criterionCodes,
  decisionSteps,
  type RuleSet,
} from '@/lib/rule-sets/schema'
import { SurveyFields } from './survey-fields'

/** Which decisions and which criteria a batch under these rules asks for. */
export function CriteriaFields({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms')
  const steps = decisionSteps.map((value) => ({ value, label: terms(`decisionStep.${value}`) }))
  return (
    <>
      <fieldset className="grid gap-4">
        <legend className="pb-2 font-semibold">{t('section.decisions')}</legend>
        <CheckboxesField
          name="ruleSet.decisions.confirmation[]"
          label={t('confirmation')}
          options={steps}
          defaultValue={[...rules.decisions.confirmation]}
        />
        <CheckboxesField
          name="ruleSet.decisions.closing[]"
          label={t('closing')}
          options={steps}
          defaultValue={[...rules.decisions.closing]}
        />
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="pb-2 font-semibold">{t('section.criteria')}</legend>
        {criterionCodes.map((code) =>
          code === 'survey' && rules.criteria.survey.available ? (
            <SurveyFields key={code} rules={rules} />
          ) : (
            <Criterion key={code} code={code} rules={rules} />
          ),
        )}
      </fieldset>
    </>
  )
}

function Criterion({ code, rules }: { code: CriterionCode; rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms.criterion')
  const { enabled, available, ...numbers } = rules.criteria[code]
  const name = (field: string) => `ruleSet.criteria.${code}.${field}`
  if (!available) {
    return (
      <p className="py-1 text-md">
        <HiddenField name={name('available')} value="off" />
        {terms(code)} <span className="text-ink-3">{t('later')}</span>
      </p>
    )
  }
  return (
    <div className="grid items-center gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_14rem]">
      <HiddenField name={name('available')} value="on" />
      <CheckboxField name={name('enabled')} label={terms(code)} defaultChecked={enabled} />
      {Object.entries(numbers).map(([field, value]) => (
        <NumberField
          key={field}
          name={name(field)}
          label={t(`field.${field as 'minReserves' | 'minScore' | 'months'}`)}
          defaultValue={Number(value)}
        />
      ))}
    </div>
  )
}
