import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { FindingList } from '@/components/finding/finding-list'
import { NoticeCard } from '@/components/notice/notice-card'
import { CheckList } from '@/components/spot-check/check-list'
import { RequestList } from '@/components/spot-check/request-list'
import { SurveyCard } from '@/components/survey/survey-card'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readCaseNotices } from '@/lib/notices/case-queries'
import { readCaseSupervision } from '@/lib/spot-checks/case-queries'
import { checkListHref } from '@/lib/spot-checks/list-filter'
import { readCaseSurveys } from '@/lib/surveys/queries'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('tabs.supervision') }
}

/** 督查与测评: what supervision did on a case, a card for each of its parts. */
export default async function CaseSupervisionPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readCaseSupervision(viewer, caseId))
  const { checks, nextCursor, findings, requests, mayAnswer } = found
  const notices = await forPage(readCaseNotices(viewer, caseId))
  const surveys = await forPage(readCaseSurveys(viewer, caseId))
  const t = await getTranslations('spotChecks.onCase')
  const locale = await getLocale()
  const { today } = viewer
  const office = can(viewer, 'finding.send')
  return (
    <div className="stack">
      <Card
        flush
        title={t('checks')}
        foot={
          nextCursor ? (
            <TextLink quiet href={checkListHref({ case: caseId })}>
              {t('more')} ›
            </TextLink>
          ) : undefined
        }
      >
        {checks.length === 0 ? (
          <EmptyState title={t('noChecks')} />
        ) : (
          <CheckList checks={checks} locale={locale} today={today} ofOne />
        )}
      </Card>
      <Card flush title={t('findings')}>
        {findings.length === 0 ? (
          <EmptyState title={t(office ? 'noFindings' : 'noFindingsSent')} />
        ) : (
          <FindingList findings={findings} locale={locale} today={today} showSent={office} ofOne />
        )}
      </Card>
      <NoticeCard caseId={caseId} {...notices} today={today} />
      {requests.length > 0 ? (
        <Card flush title={t('materials')}>
          <RequestList
            requests={requests}
            locale={locale}
            today={today}
            answers={mayAnswer}
            ofOne
          />
        </Card>
      ) : null}
      <SurveyCard
        caseId={caseId}
        surveys={surveys}
        today={today}
        mayOpen={can(viewer, 'survey.run')}
      />
    </div>
  )
}
