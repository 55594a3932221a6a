import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readPlan } from '@/lib/plans/queries'
import { ReasonView } from '../plan/reason-view'
import { withdrawPlan } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('terms.verb'))('withdrawPlan') }
}

export default async function WithdrawPlanPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readPlan(viewer, caseId))
  return <ReasonView page={page} viewer={viewer} verb="withdrawPlan" action={withdrawPlan} />
}
