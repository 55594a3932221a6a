import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GateCard } from '@/components/case/gate-card'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Notice } from '@/components/ui/notice'
import { readApplication } from '@/lib/acceptance/queries'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { gateOpens } from '@/lib/cases/gate'
import { stageAllows } from '@/lib/cases/workflow'
import { applyForAcceptance } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('applyTitle') }
}

export default async function ApplyPage({ params }: Props) {
  const { caseId } = await params
  const t = await getTranslations('acceptance')
  const viewer = await requireViewer()
  const { items, exceptions, revisionPending, ...found } = await forPage(
    readApplication(viewer, caseId),
  )
  const { kase } = found
  const ready = gateOpens(items)
  return (
    <div className="stack">
      <VerbCard {...found}>
        {revisionPending ? (
          <Notice tone="warn">{t('revisionPending')}</Notice>
        ) : ready ? (
          <div className="grid gap-4">
            <p className="muted text-md">{t('applyLead')}</p>
            <ActionForm
              action={applyForAcceptance}
              submit={t('apply')}
              cancel={`/cases/${kase.id}`}
            >
              <HiddenField name="caseId" value={kase.id} />
              <HiddenField name="version" value={kase.version} />
            </ActionForm>
          </div>
        ) : (
          <Notice tone="warn">{t('notReady')}</Notice>
        )}
      </VerbCard>
      {stageAllows('applyForAcceptance', kase) ? (
        <GateCard
          caseId={kase.id}
          villageId={kase.villageId}
          gate="application"
          items={items}
          exceptions={exceptions}
        />
      ) : null}
    </div>
  )
}
