import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { HiddenField, NumberField, SelectField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { isOpen } from '@/lib/cases/workflow'
import { PartyOrganisationType } from '@/prisma/generated/enums'
import { EditHead, villageToEdit } from '../edit-head'
import { changeFacts } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('villages'))('editFacts') }
}

export default async function FactsPage({ params }: { params: Promise<{ villageId: string }> }) {
  const t = await getTranslations('villages')
  const terms = await getTranslations('terms.organisationType')
  const { village, today } = await villageToEdit((await params).villageId)
  const number = (name: NumberName, unit?: string) => (
    <NumberField
      name={name}
      label={t(name)}
      defaultValue={village[name] ?? ''}
      unit={unit}
      whole
      optional
    />
  )
  return (
    <>
      <EditHead village={village} title={t('editFacts')} />
      {village.cases.some((kase) => isOpen(kase.stage)) ? <Notice>{t('openNote')}</Notice> : null}
      <Card>
        <ActionForm
          action={changeFacts}
          submit={t('save')}
          draft={`village-facts:${village.id}`}
          cancel={`/villages/${village.id}`}
        >
          <HiddenField name="villageId" value={village.id} />
          <HiddenField name="version" value={village.version} />
          <p className="muted text-sm">{t('unknownHint')}</p>
          <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            <SelectField
              name="organisationType"
              label={t('organisationType')}
              defaultValue={village.organisationType}
              blank={false}
              options={Object.values(PartyOrganisationType).map((value) => ({
                value,
                label: terms(value),
              }))}
            />
            {number('households')}
            {number('population')}
            {number('partyMembers')}
            {number('partyGroups')}
            {number('collectiveIncome', t('collectiveIncomeUnit'))}
            <DateField
              name="factsOn"
              label={t('factsOn')}
              defaultValue={village.factsOn ?? today}
              max={today}
            />
          </div>
          <CheckboxField
            name="withoutIncome"
            label={t('withoutIncome')}
            defaultChecked={village.withoutIncome}
          />
        </ActionForm>
      </Card>
    </>
  )
}

type NumberName = 'households' | 'population' | 'partyMembers' | 'partyGroups' | 'collectiveIncome'
