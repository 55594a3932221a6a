import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { BatchBand } from '@/components/batch/batch-band'
import { BatchFiguresLine } from '@/components/batch/batch-figures'
import { RuleSetWords } from '@/components/rule-set/rule-set-words'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readBatch } from '@/lib/batches/queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('batches'))('title') }
}

export default async function BatchPage({ params }: { params: Promise<{ batchId: string }> }) {
  const { batchId } = await params
  if (!isId(batchId)) notFound()
  const t = await getTranslations('batches')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const batch = await forPage(readBatch(viewer, batchId))
  const { version, title } = batch.ruleSet
  return (
    <>
      <PageHead
        title={batch.name}
        crumbs={[{ label: t('title'), href: '/batches' }, { label: batch.name }]}
        actions={
          <>
            <form action={`/api/batches/${batch.id}/ledger`}>
              <Button type="submit">{t('exportLedger')}</Button>
            </form>
            {can(viewer, 'case.enterHistorical') ? (
              <LinkButton href={`/batches/${batch.id}/import`}>{t('importLedger')}</LinkButton>
            ) : null}
            {can(viewer, 'assignment.manage') ? (
              <LinkButton href={`/batches/${batch.id}/assign`}>{t('assign')}</LinkButton>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
            {can(viewer, 'batch.create') ? (
              <LinkButton href={`/batches/${batch.id}/edit`}>{t('edit')}</LinkButton>
            ) : null}
          </>
        }
      />
      <Card title={t('byStage')}>
        <div className="grid gap-3">
          <BatchFiguresLine figures={batch} batch={batch.id} />
          <BatchBand id={batch.id} name={batch.name} byStage={batch.byStage} />
        </div>
      </Card>
      <Card title={t('facts')}>
        <Facts
          columns={2}
          items={[
            { label: t('number'), value: batch.number },
            { label: t('year'), value: batch.year },
            { label: t('startOn'), value: formatDay(batch.startOn, locale) },
            { label: t('targetEndOn'), value: formatDay(batch.targetEndOn, locale) },
            { label: t('ruleSet'), value: t('ruleSetOption', { version, title }) },
          ]}
        />
      </Card>
      <h2>{t('rules')}</h2>
      <RuleSetWords rules={batch.rules} />
    </>
  )
}
