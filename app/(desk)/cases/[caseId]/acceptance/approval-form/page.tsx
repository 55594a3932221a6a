import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readApprovalForm } from '@/lib/closure/queries'
import { ApprovalPaper } from './approval-paper'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('closure'))('formLink') }
}

/** 销号审批表: printed before the closing to be signed, and after it with number and date. */
export default async function ApprovalFormPage({ params }: Props) {
  const { caseId } = await params
  const t = await getTranslations('closure.form')
  const viewer = await requireViewer()
  const found = await forPage(readApprovalForm(viewer, caseId))
  return (
    <div className="stack">
      <div className="screen-only flex flex-wrap gap-2">
        <PrintButton>{t('print')}</PrintButton>
        <LinkButton tone="quiet" href={`/cases/${caseId}/acceptance`}>
          {t('back')}
        </LinkButton>
      </div>
      {found.kase.closures.length === 0 ? (
        <div className="screen-only">
          <Notice>{t('draft')}</Notice>
        </div>
      ) : null}
      <ApprovalPaper {...found} />
    </div>
  )
}
