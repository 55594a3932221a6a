import { useTranslations } from 'next-intl'
import { RadioField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { NumberField, SelectField, TextField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { TextAreaField } from '@/components/form/text-area-field'
import type { Day } from '@/lib/dates'
import type { RecordField } from '@/lib/records/form-fields'
import type { RecordOffers } from '@/lib/records/form-queries'
import { regulationCodes } from '@/lib/regulations/codes'
import type { RecordKind } from '@/prisma/generated/enums'
import { DiscussionFields } from './discussion-fields'
import { usePostOptions } from './post-options'

export type DetailFieldProps = {
  kind: RecordKind
  field: RecordField
  offers?: RecordOffers
  today: Day
  /** The typed fields as they were written before, or as they are prefilled. */
  detail?: Record<string, unknown>
  /** The day of the record, where a field holds it. */
  day?: Day
}

const units = { people: 'people', households: 'households' } as const

/** One typed field, drawn from its description. */
export function DetailField({ kind, field, offers, today, detail, day }: DetailFieldProps) {
  const t = useTranslations('records')
  const terms = useTranslations('terms.recordOption')
  const posts = usePostOptions(offers)
  const regulations = useTranslations('terms.regulation')
  const { name, type, optional, options = [] } = field
  const given = detail?.[name]
  const text = given === undefined || given === null ? undefined : String(given)
  const hint =
    (name === 'to' && kind === 'SECRETARY_ADJUSTED' && t('fieldHint.to')) ||
    (name === 'name' && kind === 'COMMITTEE_POST_CHANGED' && t('fieldHint.name')) ||
    (name === 'reason' && kind === 'FUNDS' && t('fieldHint.reason')) ||
    undefined
  const label =
    kind === 'REGULATION_ADOPTED' && name === 'title'
      ? t('field.ownTitle')
      : t(`field.${name as 'name'}`)
  const shared = { name: `detail.${name}`, label, hint, optional, defaultValue: text }
  switch (type) {
    case 'text':
      return <TextField {...shared} maxLength={200} />
    case 'area':
      return (
        <TextAreaField {...shared} rows={2} max={kind === 'SECRETARY_ADJUSTED' ? 2000 : 1000} />
      )
    case 'whole': {
      const unit = name in units ? t(`unit.${units[name as keyof typeof units]}`) : undefined
      return <NumberField {...shared} unit={unit} whole />
    }
    case 'decimal':
      return <NumberField {...shared} />
    case 'yuan':
      return <NumberField {...shared} unit={t('unit.yuan')} whole />
    case 'day':
      return <DateField {...shared} max={today} />
    case 'choice':
      return (
        <RadioField
          {...shared}
          inline
          defaultValue={text ?? options[0]}
          options={options.map((value) => ({ value, label: terms(value as 'MU') }))}
        />
      )
    case 'post':
      return <SelectField {...shared} options={posts(field.posts)} />
    case 'reserve':
      return (
        <SelectField
          {...shared}
          hint={offers?.reserves.length === 0 ? t('form.noReserves') : undefined}
          options={(offers?.reserves ?? []).map(({ id, name: who }) => ({ value: id, label: who }))}
        />
      )
    case 'regulation':
      return (
        <SelectField
          {...shared}
          options={regulationCodes.map((value) => ({
            value,
            label: regulations(value),
          }))}
        />
      )
    case 'elected':
      return (
        <RowsField
          name="detail.elected"
          label={label}
          of="person"
          min={1}
          max={20}
          add={t('form.addElected')}
          columns={[
            {
              name: 'post',
              label: t('field.post'),
              kind: 'select',
              options: posts('all'),
              span: 6,
            },
            { name: 'name', label: t('field.name'), kind: 'text', max: 100, span: 6 },
          ]}
        />
      )
    case 'discussion':
      return <DiscussionFields lines={offers?.lines} {...{ today, detail, day }} />
  }
}
