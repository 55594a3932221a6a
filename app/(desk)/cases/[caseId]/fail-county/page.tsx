import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readRoundToDecide } from '@/lib/acceptance/queries'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { FailView } from '../acceptance/fail-view'
import { failCounty } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('failCountyTitle') }
}

export default async function FailCountyPage({ params }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const found = await forPage(readRoundToDecide(viewer, caseId, 'failCounty'))
  return <FailView {...found} action={failCounty} />
}
