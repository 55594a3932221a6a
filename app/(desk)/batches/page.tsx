import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BatchBand } from '@/components/batch/batch-band'
import { BatchFiguresLine } from '@/components/batch/batch-figures'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { holds } from '@/lib/access/viewer-types'
import { totalOf } from '@/lib/batches/figures'
import { type BatchOverview, listBatches } from '@/lib/batches/queries'
import { formatDay } from '@/lib/i18n/format'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('batches'))('title') }
}

export default async function BatchesPage() {
  const t = await getTranslations('batches')
  const viewer = await requireViewer()
  const all = await forPage(listBatches(viewer))
  const whole = holds(viewer, 'COUNTY_OFFICE') || holds(viewer, 'COUNTY_LEADER')
  const batches = whole ? all : all.filter(({ total }) => total > 0)
  const sum = totalOf(batches)
  const may = (permission: Parameters<typeof can>[1]) => can(viewer, permission)
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t('totals', {
          scope: whole ? 'county' : 'own',
          batches: batches.length,
          total: sum.total,
          transformed: sum.transformed,
          rectifying: sum.total - sum.transformed,
        })}
        actions={
          <>
            <PrintButton>{t('print')}</PrintButton>
            {may('meeting.read') ? <LinkButton href="/meeting">{t('meeting')}</LinkButton> : null}
            {may('case.propose') ? (
              <LinkButton href="/candidates">{t('candidates')}</LinkButton>
            ) : null}
            {may('batch.create') ? (
              <LinkButton href="/batches/new" tone="primary">
                {t('new')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {batches.length === 0 ? (
        <Card>
          {all.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
          ) : (
            <EmptyState title={t('noneYours')} />
          )}
        </Card>
      ) : null}
      {batches.toReversed().map((batch) => (
        <BatchCard key={batch.id} batch={batch} />
      ))}
    </>
  )
}

async function BatchCard({ batch }: { batch: BatchOverview }) {
  const t = await getTranslations('batches')
  const locale = await getLocale()
  return (
    <Card
      title={<TextLink href={`/batches/${batch.id}`}>{batch.name}</TextLink>}
      aside={t('aside', {
        year: String(batch.year),
        from: formatDay(batch.startOn, locale),
        to: formatDay(batch.targetEndOn, locale),
      })}
    >
      <div className="grid gap-3">
        <BatchFiguresLine figures={batch} batch={batch.id} />
        <BatchBand id={batch.id} name={batch.name} byStage={batch.byStage} />
      </div>
    </Card>
  )
}
