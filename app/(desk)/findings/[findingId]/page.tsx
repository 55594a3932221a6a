import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { FilesCard } from '@/components/attachment/files-card'
import { FindingFacts } from '@/components/finding/finding-facts'
import { FindingStand, Gravity } from '@/components/finding/finding-state'
import { LinkButton } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { DemoMark } from '@/components/village/demo-mark'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFinding } from '@/lib/findings/queries'
import { isId } from '@/lib/ids'
import { FindingSteps } from './finding-steps'

type Props = { params: Promise<{ findingId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('findings'))('one') }
}

/** One finding: what was found, to whom it was sent, how it was decided. */
export default async function FindingPage({ params }: Props) {
  const { findingId } = await params
  if (!isId(findingId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readFinding(viewer, findingId))
  const { finding, files, mayAddFiles, maySend } = page
  const t = await getTranslations('findings')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  return (
    <>
      <PageHead
        title={
          <span className="inline-block first-letter:uppercase">
            {terms(`findingKind.${finding.kind}`)}
          </span>
        }
        crumbs={[{ label: t('title'), href: '/findings' }, { label: finding.village.name }]}
        aside={
          <span className="flex flex-wrap items-center gap-3">
            <DemoMark village={finding.village} />
            <Gravity gravity={finding.gravity} />
            <FindingStand state={finding.state} />
          </span>
        }
        actions={
          <>
            {maySend && can(viewer, 'finding.send') ? (
              <LinkButton tone="primary" href={`/notices/new?finding=${finding.id}`}>
                {t('toNotice')}
              </LinkButton>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <FindingFacts page={page} locale={locale} />
      {finding.caseId ? (
        <FilesCard
          caseId={finding.caseId}
          of={{ kind: 'FINDING', id: finding.id }}
          page={{ open: true, files, addable: mayAddFiles }}
        />
      ) : null}
      <FindingSteps page={page} />
    </>
  )
}
