import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, SelectField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import type { readOrganisation } from '@/lib/accounts/organisation-queries'
import { nameContactsAction } from '../actions'

type Props = { unit: Awaited<ReturnType<typeof readOrganisation>> }

/** Who is told of what the organisation owes: its head and its contact. */
export function ContactsCard({ unit }: Props) {
  const t = useTranslations('reminders.unit')
  const options = unit.people.map(({ id, name, post }) => ({
    value: id,
    label: [name, post].filter(Boolean).join(' '),
  }))
  return (
    <Card title={t('title')}>
      <p className="mb-4 text-md text-ink-2">{t('text')}</p>
      <ActionForm action={nameContactsAction} submit={t('save')} label={t('title')}>
        <HiddenField name="organisationId" value={unit.id} />
        <HiddenField name="version" value={unit.version} />
        {(['head', 'contact'] as const).map((who) => (
          <SelectField
            key={who}
            name={`${who}Id`}
            label={t(who)}
            options={options}
            blank={t('nobody')}
            defaultValue={unit[`${who}Id`] ?? ''}
            optional
          />
        ))}
      </ActionForm>
    </Card>
  )
}
