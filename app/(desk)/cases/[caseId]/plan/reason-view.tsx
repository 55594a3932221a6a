import { useTranslations } from 'next-intl'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import type { Viewer } from '@/lib/access/viewer-types'
import type { FormAction } from '@/lib/form-state'
import type { PlanPage } from '@/lib/plans/queries'

type PlainVerb = 'withdrawPlan' | 'withdrawRevision' | 'revisePlan' | 'abandonRevision'

type ReasonViewProps = { page: PlanPage; viewer: Viewer; verb: PlainVerb; action: FormAction }

/** A verb on a plan that needs no more than a reason, or nothing at all. */
export function ReasonView({ page, viewer, verb, action }: ReasonViewProps) {
  const t = useTranslations('plans.verb')
  const terms = useTranslations('terms.verb')
  const { kase, subject } = page
  const asks = verb === 'revisePlan' || verb === 'abandonRevision'
  return (
    <VerbCard viewer={viewer} subject={subject} kase={kase} verb={verb}>
      <div className="stack">
        <p className="text-ink-2">{t(`${verb}.lead`)}</p>
        <ActionForm
          action={action}
          submit={terms(verb)}
          draft={asks ? `${verb}:${kase.id}` : undefined}
          cancel={`/cases/${kase.id}/plan`}
          label={terms(verb)}
        >
          <HiddenField name="caseId" value={kase.id} />
          <HiddenField name="version" value={kase.version} />
          {asks ? <TextAreaField name="reason" label={t('reason')} max={2000} /> : null}
        </ActionForm>
      </div>
    </VerbCard>
  )
}
