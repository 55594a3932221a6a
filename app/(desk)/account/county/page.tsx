import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/choice-fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { requireSession } from '@/lib/access/viewer'
import { chooseCountyAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.county'))('title') }
}

export default async function CountyPage() {
  const { counties, countyChosen, viewer } = await requireSession()
  if (counties.length < 2) redirect('/account')
  const t = await getTranslations('accounts.county')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="max-w-md">
        <Card>
          <ActionForm action={chooseCountyAction} submit={t('submit')}>
            <RadioField
              name="countyId"
              label={t('county')}
              options={counties.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={countyChosen ? viewer.countyId : undefined}
            />
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
