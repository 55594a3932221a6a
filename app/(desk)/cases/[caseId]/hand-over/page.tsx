import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readHandOver } from '@/lib/cases/exceptional-queries'
import { HandOverPaper } from './hand-over-paper'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates'))('handOverTitle') }
}

/** 交办问题清单: what the county office hands over to the township, to be printed and signed. */
export default async function HandOverPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const t = await getTranslations('candidates')
  const { handedOverOn, ...list } = await forPage(readHandOver(await requireViewer(), caseId))
  if (!handedOverOn) return <Notice>{t('noHandOver')}</Notice>
  return (
    <div className="stack">
      <div className="screen-only flex flex-wrap gap-2">
        <PrintButton>{t('print')}</PrintButton>
        <LinkButton tone="quiet" href={`/cases/${caseId}`}>
          {t('back')}
        </LinkButton>
      </div>
      <HandOverPaper {...list} handedOverOn={handedOverOn} />
    </div>
  )
}
