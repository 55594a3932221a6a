import { getTranslations } from 'next-intl/server'
import { Select, TextInput } from '@/components/ui/controls'
import { Field } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { OrganisationKind } from '@/prisma/generated/enums'

type Props = { filter: { q?: string; kind?: OrganisationKind; state?: 'inUse' | 'givenUp' } }

export async function OrganisationFilter({ filter }: Props) {
  const t = await getTranslations('admin.organisations')
  const terms = await getTranslations('terms')
  const filtered = Object.keys(filter).length > 0
  return (
    <Filters action="/admin/organisations" clear={filtered ? '/admin/organisations' : undefined}>
      <Field id="q" label={t('q')}>
        <TextInput id="q" name="q" type="search" defaultValue={filter.q} maxLength={100} />
      </Field>
      <Field id="kind" label={t('kind')}>
        <Select
          id="kind"
          name="kind"
          defaultValue={filter.kind}
          blank={t('all')}
          options={Object.values(OrganisationKind).map((kind) => ({
            value: kind,
            label: terms(`organisationKind.${kind}`),
          }))}
        />
      </Field>
      <Field id="state" label={t('active')}>
        <Select
          id="state"
          name="state"
          defaultValue={filter.state}
          blank={t('all')}
          options={[
            { value: 'inUse', label: t('inUse') },
            { value: 'givenUp', label: t('givenUp') },
          ]}
        />
      </Field>
    </Filters>
  )
}
