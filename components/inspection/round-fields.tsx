import { useTranslations } from 'next-intl'
import { CheckboxesField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { SelectField, TextField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Fold } from '@/components/ui/fold'
import { questionKinds, type Sheet } from '@/lib/spot-checks/sheet'
import { InspectionMethod, RoundScope } from '@/prisma/generated/enums'

type RoundFieldsProps = {
  given?: {
    title: string
    method: string
    from: string
    to: string
    scope: string
    townshipIds: string[]
    purpose: string
  }
  sheet: Sheet
  townships: readonly { id: string; name: string }[]
}

/** What the county office lays down when it plans a round. */
export function RoundFields({ given, sheet, townships }: RoundFieldsProps) {
  const t = useTranslations('inspections')
  const terms = useTranslations('terms.inspectionMethod')
  return (
    <>
      <TextField name="title" label={t('name')} maxLength={100} defaultValue={given?.title} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="method"
          label={t('method')}
          hint={t('methodHint')}
          defaultValue={given?.method}
          options={Object.values(InspectionMethod).map((value) => ({
            value,
            label: terms(value),
          }))}
        />
        <SelectField
          name="scope"
          label={t('scope')}
          defaultValue={given?.scope ?? RoundScope.EVERY_VILLAGE}
          blank={false}
          options={Object.values(RoundScope).map((value) => ({
            value,
            label: t(`scopes.${value}`),
          }))}
        />
        <DateField name="fromOn" label={t('from')} defaultValue={given?.from} />
        <DateField name="toOn" label={t('to')} defaultValue={given?.to} />
      </div>
      <CheckboxesField
        name="townshipIds[]"
        label={t('townships')}
        hint={t('townshipsHint')}
        optional
        defaultValue={given?.townshipIds}
        options={townships.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextAreaField
        name="purpose"
        label={t('purpose')}
        hint={t('purposeHint')}
        rows={3}
        optional
        defaultValue={given?.purpose}
      />
      <Fold label={`${t('sheet.title')} · ${t('sheet.count', { count: sheet.length })}`}>
        <RowsField
          name="questions"
          label={t('sheet.title')}
          hint={t('sheet.hint')}
          add={t('sheet.add')}
          optional
          max={60}
          rows={sheet.map(({ code, kind, text, hint, options, required }) => ({
            code,
            kind,
            text,
            hint,
            options: options.join('、'),
            required: required ? 'on' : '',
          }))}
          columns={[
            { name: 'code', label: '', kind: 'hidden' },
            { name: 'text', label: t('sheet.text'), kind: 'text', max: 500, span: 8 },
            {
              name: 'kind',
              label: t('sheet.kind'),
              kind: 'select',
              span: 4,
              options: questionKinds.map((value) => ({ value, label: t(`sheet.kinds.${value}`) })),
            },
            {
              name: 'options',
              label: t('sheet.options'),
              hint: t('sheet.optionsHint'),
              kind: 'text',
              optional: true,
              max: 2000,
              span: 6,
            },
            {
              name: 'hint',
              label: t('sheet.hintField'),
              kind: 'text',
              optional: true,
              max: 500,
              span: 6,
            },
            { name: 'required', label: t('sheet.required'), kind: 'checkbox' },
          ]}
        />
      </Fold>
    </>
  )
}
