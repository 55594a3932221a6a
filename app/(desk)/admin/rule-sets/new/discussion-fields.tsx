import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/form/fields'
import { discussionSteps } from '@/lib/records/discussion-schema'
import { fractions } from '@/lib/rule-sets/discussion-lines'
import type { RuleSet } from '@/lib/rule-sets/schema'

/** The lines each step of 四议两公开 is held to. */
export function DiscussionLineFields({ rules }: { rules: RuleSet }) {
  const t = useTranslations('records')
  const parts = fractions.map((value) => ({
    value,
    label: value === '0' ? t('ruleSet.none') : value,
  }))
  const bases = (['DUE', 'PRESENT'] as const).map((value) => ({
    value,
    label: t(`ruleSet.of${value}`),
  }))
  return (
    <fieldset>
      <legend className="pb-2 font-semibold">{t('ruleSet.title')}</legend>
      <div className="grid gap-3">
        {discussionSteps.map((step) => (
          <fieldset key={step} className="rounded-md border border-line p-3 pt-1">
            <legend className="px-1 text-md">{t(`field.${step}`)}</legend>
            <div className="grid gap-3 sm:grid-cols-3">
              {(['presence', 'approval'] as const).map((name) => (
                <SelectField
                  key={name}
                  name={`ruleSet.fourDiscussions.${step}.${name}`}
                  label={t(`ruleSet.${name}`)}
                  blank={false}
                  defaultValue={rules.fourDiscussions[step][name]}
                  options={parts}
                />
              ))}
              <SelectField
                name={`ruleSet.fourDiscussions.${step}.of`}
                label={t('ruleSet.of')}
                blank={false}
                defaultValue={rules.fourDiscussions[step].of}
                options={bases}
              />
            </div>
          </fieldset>
        ))}
      </div>
    </fieldset>
  )
}
