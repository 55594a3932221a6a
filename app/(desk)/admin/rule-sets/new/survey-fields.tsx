import { useTranslations } from 'next-intl'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { HiddenField, NumberField } from '@/components/form/fields'
import type { RuleSet } from '@/lib/rule-sets/schema'
import { surveyNumbers } from '@/lib/rule-sets/survey-lines'

const choices = {
  kinds: ['BOTH', 'MEETING', 'HOUSEHOLD'],
  basic: ['COUNTS', 'COUNTS_NOT'],
  smallVillage: ['TWO_THIRDS', 'NO_RULE'],
} as const

const name = (field: string) => `ruleSet.criteria.survey.${field}`

/** What the two surveys must reach, and by which rule their satisfied share is counted. */
export function SurveyFields({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets.survey')
  const terms = useTranslations('terms.criterion')
  const lines = rules.criteria.survey
  return (
    <div className="grid gap-3">
      <HiddenField name={name('available')} value="on" />
      <CheckboxField
        name={name('enabled')}
        label={terms('survey')}
        defaultChecked={lines.enabled}
      />
      {(['kinds', 'basic', 'smallVillage'] as const).map((field) => (
        <RadioField
          key={field}
          inline
          name={name(field)}
          label={t(field)}
          defaultValue={lines[field]}
          options={choices[field].map((value) => ({ value, label: t(`choice.${value}`) }))}
        />
      ))}
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {surveyNumbers.map((field) => (
          <NumberField
            key={field}
            name={name(field)}
            label={t(field)}
            defaultValue={lines[field]}
          />
        ))}
      </div>
    </div>
  )
}
