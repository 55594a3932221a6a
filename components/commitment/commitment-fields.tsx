import { useTranslations } from 'next-intl'
import { CheckboxesField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { HiddenField, NumberField, SelectField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { positionsOf } from '@/lib/commitments/rules'
import type { Day } from '@/lib/dates'
import type { CommitmentLevel, CommitmentPosition } from '@/prisma/generated/enums'

type Numbered = { id: string; number: number; title: string }
type Written = {
  position: CommitmentPosition
  personName: string
  memberCount: number | null
  text: string
  yardstick: string
  dueOn: Day
  problemIds: string[]
  measureIds: string[]
}

type CommitmentFieldsProps = {
  level: CommitmentLevel
  today: Day
  problems?: readonly Numbered[]
  measures?: readonly Numbered[]
  written?: Written
}

/** What a commitment of one level says. */
export function CommitmentFields(props: CommitmentFieldsProps) {
  const { level, today, problems = [], measures = [], written } = props
  const t = useTranslations('commitments')
  const terms = useTranslations('terms.commitmentPosition')
  const positions: readonly CommitmentPosition[] = positionsOf[level]
  const options = (items: readonly Numbered[]) =>
    items.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))
  return (
    <>
      <HiddenField name="level" value={level} />
      <SelectField
        name="position"
        label={t('position')}
        blank={false}
        defaultValue={written?.position ?? positions[0]}
        options={positions.map((value) => ({ value, label: terms(value) }))}
      />
      {level === 'MEMBER' ? (
        <NumberField
          name="memberCount"
          label={t('memberCount')}
          hint={t('memberCountHint')}
          whole
          defaultValue={written?.memberCount ?? ''}
        />
      ) : (
        <TextField
          name="personName"
          label={t('personName')}
          hint={t('personNameHint')}
          optional
          maxLength={50}
          defaultValue={written?.personName}
        />
      )}
      <TextAreaField
        name="text"
        label={t('text')}
        hint={t('textHint')}
        rows={4}
        defaultValue={written?.text}
      />
      <TextAreaField
        name="yardstick"
        label={t('yardstick')}
        hint={t('yardstickHint')}
        rows={2}
        defaultValue={written?.yardstick}
      />
      <DateField name="dueOn" label={t('dueOn')} min={today} defaultValue={written?.dueOn} />
      {problems.length > 0 ? (
        <CheckboxesField
          name="problemIds[]"
          label={t('problems')}
          optional
          options={options(problems)}
          defaultValue={written?.problemIds}
        />
      ) : null}
      {measures.length > 0 ? (
        <CheckboxesField
          name="measureIds[]"
          label={t('measures')}
          optional
          options={options(measures)}
          defaultValue={written?.measureIds}
        />
      ) : null}
    </>
  )
}
