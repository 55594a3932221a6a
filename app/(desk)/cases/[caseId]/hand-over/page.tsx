import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { HandedOverList } from '@/components/case/handed-over-list'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { SignatureBlock } from '@/components/ui/signature-block'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readHandOver } from '@/lib/cases/exceptional-queries'
import { formatDay } from '@/lib/i18n/format'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates'))('handOverTitle') }
}

/** 交办问题清单: what the county office hands over to the township, to be printed and signed. */
export default async function HandOverPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const t = await getTranslations('candidates')
  const list = await forPage(readHandOver(await requireViewer(), caseId))
  if (!list.handedOverOn) return <Notice>{t('noHandOver')}</Notice>
  const on = formatDay(list.handedOverOn, await getLocale())
  return (
    <Card
      title={t('handOverHead', { township: list.township, village: list.village })}
      aside={
        <span className="screen-only">
          <PrintButton>{t('print')}</PrintButton>
        </span>
      }
      flush
    >
      <p className="muted px-4 pb-3 text-md">{t('handOverLine', { batch: list.batch, on })}</p>
      <HandedOverList problems={list.problems} />
      <div className="px-4">
        <SignatureBlock items={[t('signer.office'), t('signer.township'), t('signer.person')]} />
      </div>
    </Card>
  )
}
