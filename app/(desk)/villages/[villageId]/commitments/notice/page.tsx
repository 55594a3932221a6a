import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { NoticePaper } from '@/components/commitment/notice-paper'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readNoticeSheet } from '@/lib/commitments/case-queries'
import { isId } from '@/lib/ids'

type Props = { params: Promise<{ villageId: string }> }

/** Browsers print the title on the paper: it names neither the product nor anything of a listing. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: (await getTranslations('commitments.page'))('tab') } }
}

/** The sheet for a village's notice board (公开栏). */
export default async function NoticePage({ params }: Props) {
  const { villageId } = await params
  if (!isId(villageId)) notFound()
  const viewer = await requireViewer()
  const { village, commitments } = await forPage(readNoticeSheet(viewer, villageId))
  const t = await getTranslations('commitments')
  const locale = await getLocale()
  return (
    <div className="stack">
      <h1 className="screen-only">{t('notice')}</h1>
      <div className="screen-only flex flex-wrap gap-2">
        <PrintButton>{t('print')}</PrintButton>
        <LinkButton tone="quiet" href={`/villages/${villageId}/commitments`}>
          {t('back')}
        </LinkButton>
      </div>
      {commitments.length === 0 ? (
        <EmptyState title={t('noticeEmpty')} />
      ) : (
        <NoticePaper
          village={village.name}
          commitments={commitments}
          today={viewer.today}
          locale={locale}
        />
      )}
    </div>
  )
}
