import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { FilesCard } from '@/components/attachment/files-card'
import { FindingList } from '@/components/finding/finding-list'
import { AssignmentCard } from '@/components/spot-check/assignment-card'
import { CheckState } from '@/components/spot-check/check-state'
import { KnownRecord } from '@/components/spot-check/known-record'
import { ReportCard } from '@/components/spot-check/report-card'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { DemoMark } from '@/components/village/demo-mark'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFilesOf } from '@/lib/attachments/list-queries'
import { isId } from '@/lib/ids'
import { readSpotCheck } from '@/lib/spot-checks/queries'
import { MaterialCard } from './material-card'
import { SheetCard } from './sheet-card'

type Props = { params: Promise<{ checkId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spotChecks'))('short') }
}

/** One check: what is known already, then the sheet; afterwards what was reported and found. */
export default async function SpotCheckPage({ params }: Props) {
  const { checkId } = await params
  if (!isId(checkId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readSpotCheck(viewer, checkId))
  const { check, known, findings, reports, sheet } = page
  const t = await getTranslations('spotChecks')
  const locale = await getLocale()
  const { today } = viewer
  const here = `/spot-checks/${check.id}`
  const files =
    check.caseId && check.state === 'SUBMITTED'
      ? await forPage(readFilesOf(viewer, check.caseId, 'SPOT_CHECK', [check.id]))
      : null
  return (
    <>
      <PageHead
        title={t('page.title', { village: check.village.name })}
        crumbs={[{ label: t('title'), href: '/spot-checks' }, { label: check.village.name }]}
        aside={
          <span className="flex flex-wrap items-center gap-3">
            <DemoMark village={check.village} />
            <CheckState state={check.state} />
          </span>
        }
        actions={
          <>
            {page.maySubmit ? (
              <>
                <LinkButton tone="primary" href="#sheet">
                  {t('page.jump')}
                </LinkButton>
                <LinkButton href={`${here}/recuse`}>{t('page.recused')}</LinkButton>
              </>
            ) : null}
            {page.mayCorrect ? (
              <LinkButton href={`${here}/correct`}>{t('page.correct')}</LinkButton>
            ) : null}
            {page.mayManage ? (
              <>
                <LinkButton href={`${here}/reassign`}>{t('page.reassign')}</LinkButton>
                <LinkButton href={`${here}/cancel`}>{t('page.cancel')}</LinkButton>
              </>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      {check.method === 'COVERT' && check.state === 'ASSIGNED' ? (
        <Notice tone="warn">{t('page.covert')}</Notice>
      ) : null}
      <AssignmentCard page={page} locale={locale} />
      {reports.length > 0 ? <ReportCard reports={reports} sheet={sheet} locale={locale} /> : null}
      {check.state === 'SUBMITTED' && findings.length > 0 ? (
        <Card flush title={t('onCase.findings')}>
          <FindingList
            findings={findings}
            locale={locale}
            today={today}
            showSent={can(viewer, 'finding.send')}
            ofOne
          />
        </Card>
      ) : null}
      {files && check.caseId && (reports.length > 0 || files.files.length > 0) ? (
        <FilesCard
          caseId={check.caseId}
          of={{ kind: 'SPOT_CHECK', id: check.id }}
          page={files}
          title={t('report.files')}
        />
      ) : null}
      {known ? (
        <KnownRecord known={known} villageId={check.village.id} locale={locale} today={today} />
      ) : null}
      <MaterialCard page={page} locale={locale} today={today} />
      {page.maySubmit ? <SheetCard page={page} today={today} /> : null}
    </>
  )
}
