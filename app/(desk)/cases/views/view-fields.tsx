import { useTranslations } from 'next-intl'
import { NumberField, SelectField, TextField } from '@/components/form/fields'

type ViewFieldsProps = {
  view?: { name: string; position: number; organisationId: string | null; own: boolean }
  organisations: { id: string; name: string }[]
}

/** Name, sharing and place of a view. */
export function ViewFields({ view, organisations }: ViewFieldsProps) {
  const t = useTranslations('views')
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        maxLength={30}
        defaultValue={view?.name}
      />
      <SelectField
        name="organisationId"
        label={t('share')}
        hint={t('shareHint')}
        optional
        blank={view && !view.own ? false : t('mine')}
        defaultValue={view?.organisationId ?? ''}
        options={organisations.map(({ id, name }) => ({
          value: id,
          label: t('sharedWith', { organisation: name }),
        }))}
      />
      <NumberField
        name="position"
        label={t('position')}
        hint={t('positionHint')}
        whole
        optional
        defaultValue={view ? String(view.position) : undefined}
      />
    </>
  )
}
