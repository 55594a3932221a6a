import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/form/fields'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readPlan } from '@/lib/plans/queries'
import { ReviewView } from '../plan/review-view'
import { approveRevision } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('terms.verb'))('approveRevision') }
}

export default async function ApproveRevisionPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readPlan(viewer, caseId))
  const t = await getTranslations('plans.review')
  return (
    <ReviewView page={page} viewer={viewer} verb="approveRevision" action={approveRevision}>
      <TextField name="recordNo" label={t('recordNo')} hint={t('recordNoHint')} maxLength={100} />
    </ReviewView>
  )
}
