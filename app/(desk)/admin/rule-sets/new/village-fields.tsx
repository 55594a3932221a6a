import { useTranslations } from 'next-intl'
import { CheckboxesField } from '@/components/form/choice-fields'
import { NumberField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { regulationCodes } from '@/lib/regulations/codes'
import type { RuleSet } from '@/lib/rule-sets/schema'

/** What a village must have in writing, and what it is given for its office. */
export function VillageFields({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms.regulation')
  return (
    <>
      <CheckboxesField
        name="ruleSet.regulations[]"
        label={t('regulationsTitle')}
        optional
        options={regulationCodes.map((value) => ({ value, label: terms(value) }))}
        defaultValue={[...rules.regulations]}
      />
      <RowsField
        name="ruleSet.funds.tiers"
        label={t('fundsTitle')}
        hint={t('funds.hint')}
        add={t('funds.add')}
        min={1}
        max={10}
        rows={rules.funds.tiers.map(({ from, yuan }) => ({ from: `${from}`, yuan: `${yuan}` }))}
        columns={[
          { name: 'from', label: t('funds.from'), kind: 'number', span: 6 },
          { name: 'yuan', label: t('funds.yuan'), kind: 'number', span: 6 },
        ]}
      />
      <NumberField
        name="ruleSet.funds.supplement"
        label={t('funds.supplement')}
        defaultValue={rules.funds.supplement}
        whole
      />
    </>
  )
}
