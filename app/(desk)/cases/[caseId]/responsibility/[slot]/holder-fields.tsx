import { useTranslations } from 'next-intl'
import { DateField } from '@/components/form/date-field'
import { SelectField, TextField } from '@/components/form/fields'
import { Notice } from '@/components/ui/notice'
import type { Slot } from '@/lib/assignments/rules'

type Choices = {
  organisations: readonly { id: string; name: string; kind: string }[]
  accounts: readonly {
    role: string
    id: string
    name: string
    post: string
    organisation: string
  }[]
}

type HolderFieldsProps = Choices & { slot: Slot; today: string }

const asks = {
  COUNTY_LEADER: { role: 'COUNTY_LEADER' },
  TOWNSHIP_LEADER: { person: 'person', role: 'TOWNSHIP' },
  TOWNSHIP_OFFICER: { person: 'person', role: 'TOWNSHIP' },
  HELPER_UNIT: { kind: 'DEPARTMENT', unit: 'helperUnit', contact: true },
  WORK_TEAM: {
    kind: 'WORK_TEAM',
    unit: 'workTeam',
    person: 'firstSecretary',
    role: 'WORK_TEAM',
  },
  PAIRED_BRANCH: { kind: 'PARTY_BRANCH', unit: 'branch', contact: true },
} as const satisfies Record<Slot, object>

type Asked = {
  kind?: string
  unit?: 'helperUnit' | 'workTeam' | 'branch'
  person?: 'person' | 'firstSecretary'
  contact?: boolean
  role?: string
}

/** Who takes a slot: only what this kind of slot asks for. */
export function HolderFields({ slot, organisations, accounts, today }: HolderFieldsProps) {
  const t = useTranslations('assignments')
  const { kind, unit, person, contact, role }: Asked = asks[slot]
  const units = organisations.filter((one) => one.kind === kind)
  const people = accounts.filter((one) => one.role === role)
  const linked = slot === 'COUNTY_LEADER'
  return (
    <>
      {kind && units.length === 0 ? <Notice tone="warn">{t('noOrganisation')}</Notice> : null}
      {linked && people.length === 0 ? <Notice tone="warn">{t('noLeader')}</Notice> : null}
      {unit ? (
        <SelectField
          name="organisationId"
          label={t(unit)}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        {person || contact ? (
          <>
            <TextField
              name="personName"
              label={t(person ?? 'contact')}
              maxLength={50}
              optional={contact}
            />
            <TextField name="personPost" label={t('post')} maxLength={100} optional />
          </>
        ) : null}
        {role ? (
          <SelectField
            name="userId"
            label={t(linked ? 'leader' : 'account')}
            hint={linked ? undefined : t('accountHint')}
            optional={!linked}
            options={people.map(({ id, name, post, organisation }) => ({
              value: id,
              label: t('person2', { name, post: post || organisation }),
            }))}
          />
        ) : null}
        <DateField name="fromOn" label={t('from')} defaultValue={today} max={today} />
      </div>
    </>
  )
}
