import { useTranslations } from 'next-intl'
import { NumberField, SelectField, TextField } from '@/components/form/fields'
import { contactMonths, lightSubjects, type RuleSet } from '@/lib/rule-sets/schema'

/** Service times, lights, caps of extensions, teams and follow-up months. */
export function DeadlineFields({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const grid = 'grid gap-4 sm:grid-cols-2 lg:grid-cols-4'
  return (
    <>
      <fieldset>
        <legend className="pb-2 font-semibold">{t('serviceTitle')}</legend>
        <div className={grid}>
          {(['candidate', 'planReview', 'extension', 'acceptance'] as const).map((name) => (
            <NumberField
              key={name}
              name={`ruleSet.service.${name}`}
              label={t(`service.${name}`)}
              defaultValue={rules.service[name]}
              whole
            />
          ))}
          <NumberField
            name="ruleSet.planDraftDays"
            label={t('field.planDraftDays')}
            defaultValue={rules.planDraftDays}
            whole
          />
        </div>
      </fieldset>
      <fieldset>
        <legend className="pb-2 font-semibold">{t('lightTitle')}</legend>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {lightSubjects.map((subject) => (
            <div key={subject} className="grid grid-cols-[minmax(0,1fr)_9rem] items-end gap-2">
              <NumberField
                name={`ruleSet.lights.${subject}.before`}
                label={t(`light.${subject}`)}
                defaultValue={rules.lights[subject].before}
                whole
              />
              <SelectField
                name={`ruleSet.lights.${subject}.unit`}
                label={t('field.unit')}
                defaultValue={rules.lights[subject].unit}
                blank={false}
                options={(['DAYS', 'WORKING_DAYS'] as const).map((value) => ({
                  value,
                  label: t(`unit.${value}`),
                }))}
              />
            </div>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="pb-2 font-semibold">{t('contactTitle')}</legend>
        <div className={grid}>
          {(['countyLeader', 'helperUnit'] as const).map((name) => (
            <SelectField
              key={name}
              name={`ruleSet.contactRhythm.${name}`}
              label={t(`contact.${name}`)}
              defaultValue={String(rules.contactRhythm[name])}
              blank={false}
              options={contactMonths.map((months) => ({
                value: String(months),
                label: t(`contactEvery.${months}`),
              }))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="pb-2 font-semibold">{t('section.extensions')}</legend>
        <div className={grid}>
          {(['maxPerMeasure', 'maxTotalDays'] as const).map((name) => (
            <NumberField
              key={name}
              name={`ruleSet.extensions.${name}`}
              label={t(`field.${name}`)}
              defaultValue={rules.extensions[name]}
              whole
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="pb-2 font-semibold">
          {t('section.acceptance')} · {t('section.followUp')}
        </legend>
        <div className={grid}>
          {(['townshipTeam', 'countyTeam'] as const).map((name) => (
            <NumberField
              key={name}
              name={`ruleSet.reviewers.${name}`}
              label={t(`field.${name}`)}
              defaultValue={rules.reviewers[name]}
              whole
            />
          ))}
          <TextField
            name="ruleSet.followUpMonths"
            label={t('field.followUpMonths')}
            hint={t('field.followUpMonthsHint')}
            defaultValue={rules.followUpMonths.join(',')}
          />
        </div>
      </fieldset>
    </>
  )
}
