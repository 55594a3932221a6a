import { useTranslations } from 'next-intl'
import { RadioField } from '@/components/form/choice-fields'
import { NumberField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { Fold } from '@/components/ui/fold'
import { lotColours, sizeKinds, strataKinds } from '@/lib/draws/list'

type FreezeFieldsProps = {
  inspectors: readonly { id: string; name: string; organisationName: string }[]
  townships: readonly { id: string; name: string }[]
}

/** The rules of a draw and who is drawn as inspectors. */
export function FreezeFields({ inspectors, townships }: FreezeFieldsProps) {
  const t = useTranslations('inspections.freeze')
  return (
    <>
      <RadioField
        name="strata"
        label={t('strata')}
        defaultValue="TOWNSHIP"
        inline
        options={strataKinds.map((value) => ({ value, label: t(`strataOf.${value}`) }))}
      />
      <RadioField
        name="sizeKind"
        label={t('size')}
        defaultValue="NUMBER"
        inline
        options={sizeKinds.map((value) => ({ value, label: t(`sizeOf.${value}`) }))}
      />
      <NumberField name="sizeValue" label={t('value')} whole defaultValue={1} />
      <Fold label={t('lots')}>
        <p className="muted text-md">{t('lotsHint')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {lotColours.map((colour) => (
            <NumberField
              key={colour}
              name={`lots.${colour}`}
              label={t(`lot.${colour}`)}
              whole
              defaultValue={1}
            />
          ))}
        </div>
      </Fold>
      <RowsField
        name="inspectors"
        label={t('inspectors')}
        hint={t('inspectorsHint')}
        add={t('addInspector')}
        of="person"
        min={2}
        max={200}
        rows={inspectors.map(({ id }) => ({ userId: id }))}
        columns={[
          {
            name: 'userId',
            label: t('person'),
            kind: 'select',
            span: 6,
            options: inspectors.map(({ id, name, organisationName }) => ({
              value: id,
              label: `${name} · ${organisationName}`,
            })),
          },
          {
            name: 'townshipId',
            label: t('declared'),
            kind: 'select',
            optional: true,
            span: 6,
            options: townships.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
    </>
  )
}
