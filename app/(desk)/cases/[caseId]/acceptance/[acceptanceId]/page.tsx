import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FilesCard } from '@/components/attachment/files-card'
import { LinkButton } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import { readSheet } from '@/lib/acceptance/queries'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFilesOf } from '@/lib/attachments/list-queries'
import { isId } from '@/lib/ids'
import { SheetPaper } from './sheet-paper'

type Props = { params: Promise<{ caseId: string; acceptanceId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('sheet') }
}

/** 验收评分表: a round as it is printed, signed, scanned and put to the papers. */
export default async function SheetPage({ params }: Props) {
  const { caseId, acceptanceId } = await params
  if (!isId(acceptanceId)) notFound()
  const t = await getTranslations('acceptance')
  const viewer = await requireViewer()
  const found = await forPage(readSheet(viewer, caseId, acceptanceId))
  const files = await forPage(readFilesOf(viewer, caseId, 'ACCEPTANCE', [acceptanceId]))
  return (
    <div className="stack">
      <div className="screen-only flex flex-wrap gap-2">
        <PrintButton>{t('print')}</PrintButton>
        <LinkButton tone="quiet" href={`/cases/${caseId}/acceptance`}>
          {t('back')}
        </LinkButton>
      </div>
      <SheetPaper {...found} />
      <div className="screen-only">
        <FilesCard caseId={caseId} of={{ kind: 'ACCEPTANCE', id: acceptanceId }} page={files} />
      </div>
    </div>
  )
}
