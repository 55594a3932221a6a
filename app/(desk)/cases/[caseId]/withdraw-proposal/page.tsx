import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReasonForm } from '@/components/case/reason-form'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readVerb } from '@/lib/cases/exceptional-queries'
import { withdrawProposal } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates'))('withdrawTitle') }
}

export default async function WithdrawProposalPage({
  params,
}: {
  params: Promise<{ caseId: string }>
}) {
  const { caseId } = await params
  const t = await getTranslations('candidates')
  const found = await forPage(readVerb(await requireViewer(), caseId, 'withdrawProposal'))
  return (
    <ReasonForm {...found} action={withdrawProposal} label={t('reason')} submit={t('withdraw')} />
  )
}
