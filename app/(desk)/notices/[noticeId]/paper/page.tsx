import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NoticePaper } from '@/components/notice/notice-paper'
import { LinkButton } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readNotice } from '@/lib/notices/queries'

type Props = { params: Promise<{ noticeId: string }> }

/** Browsers print the title on the paper: it names neither the product nor a village. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: { absolute: `${t('one')} · ${t('print')}` } }
}

/** The letter as it is printed, signed and sealed. */
export default async function NoticePaperPage({ params }: Props) {
  const { noticeId } = await params
  if (!isId(noticeId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readNotice(viewer, noticeId))
  const t = await getTranslations('notices')
  return (
    <div className="stack">
      <h1 className="screen-only">{t('one')}</h1>
      <div className="screen-only flex flex-wrap gap-2">
        <PrintButton>{t('print')}</PrintButton>
        <LinkButton tone="quiet" href={`/notices/${noticeId}`}>
          {t('back')}
        </LinkButton>
      </div>
      <NoticePaper page={page} county={viewer.countyName} />
    </div>
  )
}
