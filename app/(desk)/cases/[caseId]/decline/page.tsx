import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReasonForm } from '@/components/case/reason-form'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readVerb } from '@/lib/cases/exceptional-queries'
import { decline } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates'))('declineTitle') }
}

export default async function DeclinePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const t = await getTranslations('candidates')
  const found = await forPage(readVerb(await requireViewer(), caseId, 'decline'))
  return (
    <ReasonForm
      {...found}
      action={decline}
      lead={t('declineHint')}
      label={t('reason')}
      submit={t('decline')}
    />
  )
}
