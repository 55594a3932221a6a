import { getTranslations } from 'next-intl/server'
import { Select, TextInput } from '@/components/ui/controls'
import { Field } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { roles } from '@/lib/access/roles'
import type { PeopleFilter as Filter } from '@/lib/accounts/queries'
import { UserStatus } from '@/prisma/generated/enums'

type Props = { filter: Filter; organisations: { id: string; name: string }[] }

export async function PeopleFilter({ filter, organisations }: Props) {
  const t = await getTranslations('admin.people')
  const status = await getTranslations('admin.status')
  const terms = await getTranslations('terms')
  const filtered = Object.keys(filter).length > 0
  return (
    <Filters action="/admin/people" clear={filtered ? '/admin/people' : undefined}>
      <Field id="q" label={t('q')}>
        <TextInput id="q" name="q" type="search" defaultValue={filter.q} maxLength={100} />
      </Field>
      <Field id="organisation" label={t('organisation')}>
        <Select
          id="organisation"
          name="organisation"
          defaultValue={filter.organisation}
          blank={t('all')}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field id="role" label={t('role')}>
        <Select
          id="role"
          name="role"
          defaultValue={filter.role}
          blank={t('all')}
          options={roles.map((role) => ({ value: role, label: terms(`role.${role}`) }))}
        />
      </Field>
      <Field id="status" label={t('status')}>
        <Select
          id="status"
          name="status"
          defaultValue={filter.status}
          blank={t('all')}
          options={Object.values(UserStatus).map((each) => ({ value: each, label: status(each) }))}
        />
      </Field>
    </Filters>
  )
}
