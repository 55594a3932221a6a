import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GateCard } from '@/components/case/gate-card'
import { VerbCard } from '@/components/case/verb-card'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { gateOpens } from '@/lib/cases/gate'
import { stageAllows } from '@/lib/cases/workflow'
import { readClosing } from '@/lib/closure/queries'
import { ClosingForm } from './closing-form'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('closure'))('closeTitle') }
}

/** 销号: the gate list as the page; the form only when every criterion holds or is excepted. */
export default async function ClosePage({ params }: Props) {
  const { caseId } = await params
  const t = await getTranslations('closure')
  const viewer = await requireViewer()
  const { items, exceptions, steps, ...found } = await forPage(readClosing(viewer, caseId))
  const { kase } = found
  return (
    <div className="stack">
      {stageAllows('close', kase) ? (
        <GateCard
          caseId={kase.id}
          villageId={kase.villageId}
          gate="closing"
          items={items}
          exceptions={exceptions}
        />
      ) : null}
      <VerbCard {...found} wide>
        <div className="grid gap-4">
          {gateOpens(items) ? (
            <>
              <p className="measure muted text-md">{t('closeLead')}</p>
              <p>
                <LinkButton size="sm" href={`/cases/${kase.id}/acceptance/approval-form`}>
                  {t('formLink')}
                </LinkButton>
              </p>
              <ClosingForm kase={kase} steps={steps} today={viewer.today} />
            </>
          ) : (
            <Notice tone="warn">{t('notReady')}</Notice>
          )}
        </div>
      </VerbCard>
    </div>
  )
}
