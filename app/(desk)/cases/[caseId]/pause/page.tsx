import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReasonForm } from '@/components/case/reason-form'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readVerb } from '@/lib/cases/exceptional-queries'
import { pause } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exceptional'))('pauseTitle') }
}

export default async function PausePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const t = await getTranslations('exceptional')
  const found = await forPage(readVerb(await requireViewer(), caseId, 'pause'))
  return (
    <ReasonForm
      {...found}
      action={pause}
      lead={t('pauseLead')}
      label={t('reason')}
      submit={t('pause')}
    />
  )
}
