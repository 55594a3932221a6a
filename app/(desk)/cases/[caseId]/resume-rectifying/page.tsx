import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReasonForm } from '@/components/case/reason-form'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readVerb } from '@/lib/cases/exceptional-queries'
import { resumeRectifying } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('resumeTitle') }
}

export default async function ResumeRectifyingPage({ params }: Props) {
  const { caseId } = await params
  const t = await getTranslations('acceptance')
  const found = await forPage(readVerb(await requireViewer(), caseId, 'resumeRectifying'))
  return (
    <ReasonForm
      {...found}
      action={resumeRectifying}
      lead={t('resumeLead')}
      label={t('resumeReason')}
      submit={t('resume')}
    />
  )
}
