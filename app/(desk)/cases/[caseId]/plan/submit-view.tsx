import { useTranslations } from 'next-intl'
import { PlanChanges } from '@/components/case/plan-changes'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import type { FormAction } from '@/lib/form-state'
import { comparePlans } from '@/lib/plans/compare'
import { contentOf } from '@/lib/plans/content'
import type { PlanPage } from '@/lib/plans/queries'
import { withDeadlines } from '@/lib/plans/revision-rules'
import { draftStanding, inForceOf } from '@/lib/plans/standing'
import { StandingList } from './standing-list'

type SubmitViewProps = {
  page: PlanPage
  viewer: Viewer
  verb: 'submitPlan' | 'submitRevision'
  action: FormAction
}

/** Before a draft is submitted: what it lacks, what to look at again, what a revision changes. */
export function SubmitView({ page, viewer, verb, action }: SubmitViewProps) {
  const t = useTranslations('plans.submit')
  const { kase, subject, working, approved, problems, measures } = page
  const edit = `/cases/${kase.id}/plan/edit`
  const draft = working?.status === 'DRAFT' ? working : undefined
  const inForce = inForceOf(measures)
  const { missing, warnings } = draft
    ? draftStanding(draft, problems, {
        batchEnd: kase.batch ? toDay(kase.batch.targetEndOn) : null,
        approved,
        measures: inForce,
      })
    : { missing: [], warnings: [] }
  const changes =
    draft && approved
      ? comparePlans(
          withDeadlines(contentOf(approved, problems), inForce),
          contentOf(draft, problems),
        )
      : null
  return (
    <VerbCard viewer={viewer} subject={subject} kase={kase} verb={verb} wide={changes !== null}>
      {draft ? (
        <div className="stack">
          {missing.length > 0 ? (
            <Notice
              tone="bad"
              title={t('missing', { count: missing.length })}
              action={<LinkButton href={edit}>{t('edit')}</LinkButton>}
            >
              <StandingList caseId={kase.id} messages={missing} />
            </Notice>
          ) : (
            <Notice tone="good" title={t('complete')}>
              {t('counts', { measures: draft.lines.length, problems: problems.length })}
            </Notice>
          )}
          {warnings.length > 0 ? (
            <Notice tone="warn" title={t('warnings')}>
              <StandingList caseId={kase.id} messages={warnings} />
            </Notice>
          ) : null}
          <p>
            <TextLink href={`/cases/${kase.id}/plan/versions/${draft.number}`}>
              {t('read')}
            </TextLink>
          </p>
          {changes ? (
            <section className="grid gap-3">
              <h3>{t('changes')}</h3>
              <PlanChanges
                diff={changes}
                problemNumbers={new Map(problems.map(({ id, number }) => [id, number]))}
              />
            </section>
          ) : null}
          {missing.length === 0 ? (
            <ActionForm
              action={action}
              submit={t(verb)}
              cancel={`/cases/${kase.id}/plan`}
              label={t(verb)}
            >
              <HiddenField name="caseId" value={kase.id} />
              <HiddenField name="version" value={kase.version} />
              <HiddenField name="planVersion" value={draft.version} />
            </ActionForm>
          ) : null}
        </div>
      ) : (
        <Notice action={<LinkButton href={edit}>{t('start')}</LinkButton>}>{t('none')}</Notice>
      )}
    </VerbCard>
  )
}
