import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PlanChanges } from '@/components/case/plan-changes'
import { PlanPaper } from '@/components/case/plan-paper'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import type { Viewer } from '@/lib/access/viewer-types'
import { verbPath } from '@/lib/cases/case-paths'
import type { FormAction } from '@/lib/form-state'
import { chosenSides, compareSides } from '@/lib/plans/comparison'
import { kindTitleIn, paperOf } from '@/lib/plans/paper'
import type { PlanPage } from '@/lib/plans/queries'

type ReviewVerb = 'approvePlan' | 'returnPlan' | 'approveRevision' | 'returnRevision'

/** The other way a review can end. */
const otherVerb: Record<ReviewVerb, ReviewVerb> = {
  approvePlan: 'returnPlan',
  returnPlan: 'approvePlan',
  approveRevision: 'returnRevision',
  returnRevision: 'approveRevision',
}

type ReviewViewProps = {
  page: PlanPage
  viewer: Viewer
  verb: ReviewVerb
  action: FormAction
  children: ReactNode
}

/** The submitted plan as a document, what changed since it was last seen, and the decision beside. */
export function ReviewView({ page, viewer, verb, action, children }: ReviewViewProps) {
  const t = useTranslations('plans.review')
  const terms = useTranslations('terms.verb')
  const { kase, subject, working } = page
  const plan = working?.status === 'SUBMITTED' ? working : undefined
  const own = plan?.submittedById === viewer.userId && verb.startsWith('approve')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,46rem)_minmax(0,21.25rem)]">
      <div className="stack">{plan ? <Document page={page} plan={plan} /> : null}</div>
      <div className="stack lg:sticky lg:top-4">
        <VerbCard viewer={viewer} subject={subject} kase={kase} verb={verb}>
          {plan && !own ? (
            <ActionForm
              action={action}
              submit={terms(verb)}
              draft={`${verb}:${kase.id}`}
              cancel={`/cases/${kase.id}/plan`}
              label={terms(verb)}
            >
              <HiddenField name="caseId" value={kase.id} />
              <HiddenField name="version" value={kase.version} />
              <HiddenField name="planVersion" value={plan.version} />
              {children}
            </ActionForm>
          ) : (
            <Notice tone="warn">{t(own ? 'own' : 'none')}</Notice>
          )}
        </VerbCard>
        {plan ? (
          <div className="flex flex-wrap gap-2">
            <LinkButton href={verbPath(kase.id, otherVerb[verb])}>
              {terms(otherVerb[verb])}
            </LinkButton>
            <PrintButton>{t('print')}</PrintButton>
          </div>
        ) : null}
      </div>
    </div>
  )
}

type Submitted = NonNullable<PlanPage['working']>

function Document({ page, plan }: { page: PlanPage; plan: Submitted }) {
  const t = useTranslations('plans.review')
  const locale = useLocale()
  const { kase, versions, problems, measures } = page
  const sides = chosenSides(versions, { after: String(plan.number) })
  const differs = sides && sides.before.id !== sides.after.id ? sides : null
  return (
    <>
      {plan.revisionReason ? (
        <Notice title={t('revisionReason')}>
          <p className="whitespace-pre-wrap">{plan.revisionReason}</p>
        </Notice>
      ) : null}
      {plan.returnReason ? (
        <Notice title={t('returnedFor')}>
          <p className="whitespace-pre-wrap">{plan.returnReason}</p>
        </Notice>
      ) : null}
      {differs ? (
        <Card title={t(differs.before.returned ? 'sinceReturned' : 'sinceApproved')}>
          <PlanChanges
            diff={compareSides(versions, problems, differs)}
            problemNumbers={new Map(problems.map(({ id, number }) => [id, number]))}
          />
        </Card>
      ) : null}
      <PlanPaper
        place={{ village: kase.village.name, township: kase.township.name }}
        paper={paperOf(plan, problems, measures, kindTitleIn(locale))}
      />
    </>
  )
}
