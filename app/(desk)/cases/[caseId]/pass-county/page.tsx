import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GateCard } from '@/components/case/gate-card'
import { readRoundToDecide } from '@/lib/acceptance/queries'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { ScoreView } from '../acceptance/score-view'
import { passCounty } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('passCountyTitle') }
}

/** The county's acceptance: what the gate says first, then the sheet. */
export default async function PassCountyPage({ params }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const found = await forPage(readRoundToDecide(viewer, caseId, 'passCounty'))
  const { kase, items, exceptions } = found
  return (
    <div className="stack">
      {items ? (
        <GateCard
          caseId={kase.id}
          villageId={kase.villageId}
          gate="countyPass"
          items={items}
          exceptions={exceptions}
        />
      ) : null}
      <ScoreView {...found} action={passCounty} />
    </div>
  )
}
