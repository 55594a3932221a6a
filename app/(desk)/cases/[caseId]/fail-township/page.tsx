import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readRoundToDecide } from '@/lib/acceptance/queries'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { FailView } from '../acceptance/fail-view'
import { failTownship } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('failTownshipTitle') }
}

export default async function FailTownshipPage({ params }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const found = await forPage(readRoundToDecide(viewer, caseId, 'failTownship'))
  return <FailView {...found} action={failTownship} />
}
