import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { FilesCard } from '@/components/attachment/files-card'
import { ProjectResults } from '@/components/record/project-results'
import { RecordFacts } from '@/components/record/record-facts'
import { RecordVersions } from '@/components/record/record-versions'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFilesOf } from '@/lib/attachments/list-queries'
import { isId } from '@/lib/ids'
import { readRecord } from '@/lib/records/queries'
import { result } from '../actions'

type Props = { params: Promise<{ recordId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records'))('short') }
}

/** One record as it was written, with its yearly results and corrections. */
export default async function RecordPage({ params }: Props) {
  const { recordId } = await params
  if (!isId(recordId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readRecord(viewer, recordId))
  const { record, late, mayChange, mayWithdraw, frozen, versions } = page
  const files = await forPage(readFilesOf(viewer, record.caseId, 'RECORD', [record.id]))
  const t = await getTranslations('records')
  const terms = await getTranslations('terms.recordKind')
  const locale = await getLocale()
  const here = `/records/${record.id}`
  return (
    <>
      <PageHead
        title={t('page.title', { kind: terms(record.kind), village: record.village?.name ?? '' })}
        crumbs={[{ label: t('title'), href: '/records' }, { label: record.village?.name ?? '' }]}
        aside={
          <>
            {late ? <Badge>{t('late')}</Badge> : null}
            {record.withdrawnOn ? <Badge tone="amber">{t('withdrawn')}</Badge> : null}
          </>
        }
        actions={
          <>
            {mayChange ? <LinkButton href={`${here}/edit`}>{t('page.edit')}</LinkButton> : null}
            {mayWithdraw ? (
              <LinkButton href={`${here}/withdraw`}>{t('page.withdraw')}</LinkButton>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <RecordFacts page={page} locale={locale} />
      <FilesCard caseId={record.caseId} of={{ kind: 'RECORD', id: record.id }} page={files} />
      {frozen ? <p className="muted screen-only text-md">{t(`page.frozen.${frozen}`)}</p> : null}
      {record.kind === 'PROJECT' ? (
        <ProjectResults
          page={page}
          locale={locale}
          action={result}
          year={Number(viewer.today.slice(0, 4))}
        />
      ) : null}
      {versions.length > 0 ? <RecordVersions page={page} locale={locale} /> : null}
    </>
  )
}
