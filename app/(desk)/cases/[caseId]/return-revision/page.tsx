import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TextAreaField } from '@/components/form/text-area-field'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readPlan } from '@/lib/plans/queries'
import { ReviewView } from '../plan/review-view'
import { returnRevision } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('terms.verb'))('returnRevision') }
}

export default async function ReturnRevisionPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readPlan(viewer, caseId))
  const t = await getTranslations('plans.review')
  return (
    <ReviewView page={page} viewer={viewer} verb="returnRevision" action={returnRevision}>
      <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} />
    </ReviewView>
  )
}
