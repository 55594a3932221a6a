import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DecisionFields } from '@/components/case/decision-fields'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readVerb } from '@/lib/cases/exceptional-queries'
import { officialBodies } from '@/lib/decisions/official-bodies'
import { annul } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exceptional'))('annulTitle') }
}

export default async function AnnulPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const t = await getTranslations('exceptional')
  const viewer = await requireViewer()
  const found = await forPage(readVerb(viewer, caseId, 'annul'))
  const { kase } = found
  const historical = kase.origin === 'HISTORICAL' ? 'annulHistorical' : 'annulClosed'
  return (
    <VerbCard {...found}>
      <p className="muted pb-4 text-md">
        {t(kase.stage === 'CLOSED' ? historical : 'annulPlanning')}
      </p>
      <ActionForm
        action={annul}
        submit={t('annul')}
        tone="danger"
        draft={`annul:${kase.id}`}
        cancel={`/cases/${kase.id}`}
      >
        <HiddenField name="caseId" value={kase.id} />
        <HiddenField name="version" value={kase.version} />
        <TextAreaField name="reason" label={t('annulReason')} rows={3} max={2000} />
        <DecisionFields body={officialBodies.DEPARTMENT_MEETING} today={viewer.today} />
      </ActionForm>
    </VerbCard>
  )
}
