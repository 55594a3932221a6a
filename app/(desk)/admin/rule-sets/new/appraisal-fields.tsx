import { useLocale, useTranslations } from 'next-intl'
import { CheckboxField } from '@/components/form/choice-fields'
import { HiddenField, NumberField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { formulasOf } from '@/lib/rule-sets/appraisal-rules'
import type { RuleSet } from '@/lib/rule-sets/schema'

/** The indicators of townships and helper units, the bands, and when the register is proposed. */
export function AppraisalFields({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets.appraisal')
  const lang = useLocale() === 'en' ? 'en' : 'zh'
  const { appraisal } = rules
  return (
    <>
      <fieldset>
        <legend className="pb-2 font-semibold">{t('title')}</legend>
        <div className="grid items-end gap-4 sm:grid-cols-3">
          <CheckboxField
            name="ruleSet.appraisal.selfScore"
            label={t('selfScore')}
            defaultChecked={appraisal.selfScore}
          />
          <NumberField
            name="ruleSet.appraisal.recheckPercent"
            label={t('recheckPercent')}
            defaultValue={appraisal.recheckPercent}
            whole
          />
          <NumberField
            name="ruleSet.appraisal.appealDays"
            label={t('appealDays')}
            defaultValue={appraisal.appealDays}
            whole
          />
        </div>
      </fieldset>
      <Catalogue kind="TOWNSHIP" name="township" rules={rules} />
      <Catalogue kind="HELPER_UNIT" name="helperUnit" rules={rules} />
      <fieldset>
        <legend className="pb-2 font-semibold">{t('bands')}</legend>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {appraisal.bands.map(({ code, title, from }, index) => {
            const name = `ruleSet.appraisal.bands.${index}`
            return (
              <div key={code}>
                <HiddenField name={`${name}.code`} value={code} />
                <HiddenField name={`${name}.title.zh`} value={title.zh} />
                <HiddenField name={`${name}.title.en`} value={title.en} />
                <NumberField
                  name={`${name}.from`}
                  label={t('from', { title: title[lang] })}
                  defaultValue={from}
                  whole
                />
              </div>
            )
          })}
        </div>
      </fieldset>
      <WatchRuleFields rules={rules} />
    </>
  )
}

type CatalogueProps = {
  kind: 'TOWNSHIP' | 'HELPER_UNIT'
  name: 'township' | 'helperUnit'
  rules: RuleSet
}

function Catalogue({ kind, name, rules }: CatalogueProps) {
  const t = useTranslations('ruleSets.appraisal')
  const formulas = useTranslations('appraisals.formula')
  return (
    <RowsField
      name={`ruleSet.appraisal.${name}`}
      label={t(`catalogue.${kind}`)}
      hint={t('catalogueHint')}
      add={t('addIndicator')}
      min={1}
      max={40}
      rows={rules.appraisal[name].map(({ code, title, formula, weight, source }) => ({
        ...{ code, formula, source, weight: String(weight) },
        ...{ 'title.zh': title.zh, 'title.en': title.en },
      }))}
      columns={[
        { name: 'code', label: '', kind: 'hidden' },
        { name: 'title.zh', label: t('titleZh'), kind: 'text', max: 100, span: 6 },
        { name: 'title.en', label: t('titleEn'), kind: 'text', max: 200, span: 6 },
        {
          name: 'formula',
          label: t('formula'),
          kind: 'select',
          span: 6,
          options: formulasOf(kind).map((value) => ({ value, label: formulas(value) })),
        },
        { name: 'source', label: t('source'), kind: 'text', max: 200, span: 4 },
        { name: 'weight', label: t('weight'), kind: 'number', span: 2 },
      ]}
    />
  )
}

function WatchRuleFields({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets.watch')
  const { restDays, ...watch } = rules.watchList
  return (
    <fieldset>
      <legend className="pb-2 font-semibold">{t('title')}</legend>
      <div className="grid gap-4">
        {(Object.keys(watch) as (keyof typeof watch)[]).map((code) => {
          const { enabled, ...numbers } = watch[code]
          const name = `ruleSet.watchList.${code}`
          return (
            <div
              key={code}
              className="grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_10rem_10rem]"
            >
              <CheckboxField
                name={`${name}.enabled`}
                label={t(`rule.${code}`)}
                defaultChecked={enabled}
              />
              {Object.entries(numbers).map(([field, value]) => (
                <NumberField
                  key={field}
                  name={`${name}.${field}`}
                  label={t(`field.${field as 'percent' | 'least' | 'count'}`)}
                  defaultValue={value}
                  whole
                />
              ))}
            </div>
          )
        })}
        <NumberField
          name="ruleSet.watchList.restDays"
          label={t('restDays')}
          defaultValue={restDays}
          whole
        />
      </div>
    </fieldset>
  )
}
