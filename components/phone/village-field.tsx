import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import type { Bundle } from '@/lib/offline/bundle-schema'

type VillageFieldProps = {
  cases: Bundle['cases']
  value: string
  onChange: (caseId: string) => void
  errors: string[] | undefined
}

/** Which village it is about; with one only, it is that one. */
export function VillageField({ cases, value, onChange, errors }: VillageFieldProps) {
  const t = useTranslations('phone.visit')
  return (
    <Field id="caseId" label={t('caseId')} errors={errors}>
      <Select
        {...wire('caseId', { errors })}
        name="caseId"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={cases.map(({ id, village, township }) => ({
          value: id,
          label: village.name,
          group: township,
        }))}
        blank={cases.length === 1 ? undefined : t('chooseVillage')}
        required
      />
    </Field>
  )
}
