import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { RoundFields } from '@/components/inspection/round-fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readRoundForm } from '@/lib/inspections/queries'
import { planRound } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('newTitle') }
}

/** Plans a round: the sheet begins as the county's usual one. */
export default async function NewRoundPage() {
  const viewer = await requireViewer()
  const { townships, sheet } = await forPage(readRoundForm(viewer))
  const t = await getTranslations('inspections')
  return (
    <>
      <PageHead
        title={t('newTitle')}
        crumbs={[{ label: t('title'), href: '/inspections' }, { label: t('newTitle') }]}
      />
      <Card narrow>
        <ActionForm
          action={planRound}
          submit={t('submitPlan')}
          draft="round-new"
          cancel="/inspections"
        >
          <RoundFields townships={townships} sheet={sheet} />
        </ActionForm>
      </Card>
    </>
  )
}
