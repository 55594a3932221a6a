import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/form/date-field'
import { SelectField } from '@/components/form/fields'
import { roles } from '@/lib/access/roles'
import type { OrganisationKind } from '@/prisma/generated/enums'

type Props = {
  organisations: { id: string; name: string; kind: OrganisationKind }[]
  today: string
  /** The whole appointment may be left for later. */
  optional?: boolean
}

/** Organisation, role, from–to of an appointment to be granted. */
export async function GrantFields({ organisations, today, optional }: Props) {
  const t = await getTranslations('admin.grant')
  const later = (await getTranslations('admin.people'))('noUnit')
  const terms = await getTranslations('terms')
  const blank = optional ? later : undefined
  return (
    <>
      <SelectField
        name="organisationId"
        label={t('organisation')}
        optional={optional}
        blank={blank}
        options={organisations.map(({ id, name, kind }) => ({
          value: id,
          label: name,
          group: terms(`organisationKind.${kind}`),
        }))}
      />
      <SelectField
        name="role"
        label={t('role')}
        hint={t('roleHint')}
        optional={optional}
        blank={blank}
        options={roles.map((role) => ({ value: role, label: terms(`role.${role}`) }))}
      />
      <DateField name="fromOn" label={t('fromOn')} defaultValue={today} />
      <DateField name="toOn" label={t('toOn')} hint={t('toOnHint')} optional min={today} />
    </>
  )
}
