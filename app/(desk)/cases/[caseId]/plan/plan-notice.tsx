import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import type { PlanPage } from '@/lib/plans/queries'
import { draftStanding, inForceOf } from '@/lib/plans/standing'
import { StandingList } from './standing-list'

type PlanNoticeProps = { page: PlanPage; viewer: Viewer }

/** How the version being worked on stands: nothing yet, returned, what it lacks, under review. */
export function PlanNotice({ page, viewer }: PlanNoticeProps) {
  const t = useTranslations('plans.notice')
  const { kase, subject, working, approved, problems } = page
  const drafts = can(viewer, 'plan.draft', subject) && !kase.paused
  const edit = `/cases/${kase.id}/plan/edit`
  if (kase.stage === 'CANDIDATE') return <Notice>{t('candidate')}</Notice>
  if (kase.stage === 'PLANNING' && !working) {
    return (
      <Notice
        title={t('noneTitle')}
        action={
          drafts ? (
            <LinkButton href={edit} tone="primary">
              {t('start')}
            </LinkButton>
          ) : null
        }
      >
        {t(drafts ? 'noneMine' : 'none')}
      </Notice>
    )
  }
  if (working?.status === 'SUBMITTED') {
    const read = `/cases/${kase.id}/plan/versions/${working.number}`
    return (
      <Notice
        title={t(approved ? 'revisionSubmitted' : 'submitted')}
        action={<LinkButton href={read}>{t('read')}</LinkButton>}
      >
        {t('inReview')}
      </Notice>
    )
  }
  if (working?.status !== 'DRAFT') return null
  const { missing } = draftStanding(working, problems, {
    batchEnd: null,
    approved,
    measures: inForceOf(page.measures),
  })
  return (
    <>
      {working.returnReason ? (
        <Notice tone="warn" title={t('returned')}>
          <p className="whitespace-pre-wrap">{working.returnReason}</p>
        </Notice>
      ) : null}
      <Notice
        title={t(approved ? 'revising' : 'drafting', { count: missing.length })}
        action={drafts ? <LinkButton href={edit}>{t('edit')}</LinkButton> : null}
      >
        {working.revisionReason ? (
          <p>{t('revisionReason', { reason: working.revisionReason })}</p>
        ) : null}
        {drafts ? <StandingList caseId={kase.id} messages={missing} /> : null}
      </Notice>
    </>
  )
}
