import { useTranslations } from 'next-intl'
import { CheckboxesField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { NumberField, SelectField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Fold } from '@/components/ui/fold'
import type { Day } from '@/lib/dates'
import type { VisitContent } from '@/lib/visits/schema'
import { ContactKind } from '@/prisma/generated/enums'
import { LinkFields, type VillageOption } from './village-choice'

type VisitFieldsProps = {
  today: Day
  villages: readonly VillageOption[]
  colleagues: readonly { id: string; name: string }[]
  /** What was written before, when a visit is corrected. */
  content?: VisitContent
}

/** What is written about a visit: one sentence is asked, the rest is folded away. */
export function VisitFields({ today, villages, colleagues, content }: VisitFieldsProps) {
  const t = useTranslations('visits.form')
  const kinds = useTranslations('terms.contactKind')
  return (
    <>
      <TextAreaField
        name="found"
        label={t('found')}
        hint={t('foundHint')}
        rows={4}
        defaultValue={content?.found}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-2">
        <DateField name="day" label={t('day')} max={today} defaultValue={content?.day ?? today} />
        <SelectField
          name="kind"
          label={t('kind')}
          blank={false}
          options={Object.values(ContactKind).map((value) => ({ value, label: kinds(value) }))}
          defaultValue={content?.kind ?? 'HOME_VISIT'}
        />
      </div>
      <Fold label={t('more')}>
        <TextAreaField
          name="settled"
          label={t('settled')}
          optional
          rows={2}
          defaultValue={content?.settled}
        />
        <TextAreaField
          name="task"
          label={t('task')}
          hint={t('taskHint')}
          optional
          rows={2}
          max={1000}
          defaultValue={content?.task}
        />
        <TextField
          name="taskPerson"
          label={t('taskPerson')}
          optional
          maxLength={200}
          defaultValue={content?.taskPerson}
        />
        <DateField
          name="taskDueOn"
          label={t('taskDueOn')}
          optional
          defaultValue={content?.taskDueOn}
        />
      </Fold>
      <Fold label={t('people')}>
        {colleagues.length > 0 ? (
          <CheckboxesField
            name="companionIds[]"
            label={t('companionIds')}
            optional
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={content?.companionIds}
          />
        ) : null}
        <TextField
          name="companions"
          label={t('companions')}
          optional
          maxLength={200}
          defaultValue={content?.companions}
        />
        <NumberField
          name="metCount"
          label={t('metCount')}
          optional
          whole
          defaultValue={content?.metCount}
        />
        <TextField
          name="met"
          label={t('met')}
          hint={t('metHint')}
          optional
          maxLength={500}
          defaultValue={content?.met}
        />
      </Fold>
      <Fold label={t('links')}>
        <LinkFields
          villages={villages}
          words={{
            problems: t('problemIds'),
            measures: t('measureIds'),
            choose: t('linksOfVillage'),
            none: t('noLinks'),
          }}
          problemIds={content?.problemIds}
          measureIds={content?.measureIds}
        />
      </Fold>
    </>
  )
}
