import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readRoundToDecide } from '@/lib/acceptance/queries'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { ScoreView } from '../acceptance/score-view'
import { passTownship } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('passTownshipTitle') }
}

export default async function PassTownshipPage({ params }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const found = await forPage(readRoundToDecide(viewer, caseId, 'passTownship'))
  return <ScoreView {...found} action={passTownship} />
}
