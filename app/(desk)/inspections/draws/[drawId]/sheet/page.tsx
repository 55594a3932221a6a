import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DrawPaper } from '@/components/draw/draw-paper'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readDraw } from '@/lib/draws/queries'
import { isId } from '@/lib/ids'

type Props = { params: Promise<{ drawId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('paper.title') }
}

/** 随机抽取记录单: to be printed and signed. */
export default async function DrawSheetPage({ params }: Props) {
  const { drawId } = await params
  if (!isId(drawId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readDraw(viewer, drawId))
  const t = await getTranslations('inspections')
  return (
    <>
      <PageHead
        title={t('paper.title')}
        crumbs={[
          { label: t('title'), href: '/inspections' },
          {
            label: t('draws.nth', { number: found.draw.number }),
            href: `/inspections/draws/${found.draw.id}`,
          },
          { label: t('paper.title') },
        ]}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <DrawPaper {...found} county={viewer.countyName} />
    </>
  )
}
