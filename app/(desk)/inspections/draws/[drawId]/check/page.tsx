import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { exportDraw } from '@/lib/draws/queries'
import { recompute } from '@/lib/draws/recompute'
import { isId } from '@/lib/ids'

type Props = { params: Promise<{ drawId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('check.title') }
}

/** Computes a draw again from what is published of it and says what agrees. */
export default async function DrawCheckPage({ params }: Props) {
  const { drawId } = await params
  if (!isId(drawId)) notFound()
  const viewer = await requireViewer()
  const draw = await forPage(exportDraw(viewer, drawId))
  const checks = recompute(draw)
  const t = await getTranslations('inspections')
  const broken = checks.some(({ holds }) => holds === false)
  const open = checks.some(({ holds }) => holds === 'open')
  const word = (holds: boolean | 'open') => (holds === 'open' ? 'open' : holds ? 'yes' : 'no')
  const tones = { open: 'grey', yes: 'green', no: 'red' } as const
  return (
    <>
      <PageHead
        title={t('check.title')}
        crumbs={[
          { label: t('title'), href: '/inspections' },
          { label: t('draws.nth', { number: draw.number }), href: `/inspections/draws/${draw.id}` },
          { label: t('check.title') },
        ]}
        lead={t('check.lead')}
      />
      <Notice tone={broken ? 'bad' : 'good'} title={draw.round}>
        {t(broken ? 'check.unsound' : open ? 'check.open' : 'check.sound')}
      </Notice>
      <Card narrow>
        <ol className="grid gap-3">
          {checks.map(({ part, holds }) => (
            <li key={part} className="flex items-baseline justify-between gap-4">
              {t(`check.part.${part}`)}
              <Badge tone={tones[word(holds)]}>{t(`check.holds.${word(holds)}`)}</Badge>
            </li>
          ))}
        </ol>
      </Card>
      <Card
        narrow
        foot={
          <span className="flex flex-wrap gap-3">
            <LinkButton href={`/api/draws/${draw.id}/offline`} download>
              {t('draw.verb.offline')}
            </LinkButton>
            <LinkButton href={`/api/draws/${draw.id}/export`} download>
              {t('draw.verb.export')}
            </LinkButton>
          </span>
        }
      >
        <p className="text-md">{t('check.elsewhere', { id: draw.id })}</p>
      </Card>
    </>
  )
}
