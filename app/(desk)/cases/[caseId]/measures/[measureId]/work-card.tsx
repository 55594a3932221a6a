import { useTranslations } from 'next-intl'
import { InternalFields } from '@/components/case/internal-fields'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField, NumberField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import type { MeasurePage } from '@/lib/measures/queries'
import { earliestProgress } from '@/lib/measures/rules'
import { addProgress, finishMeasure, reopenMeasure } from './actions'

/** What those who work on the measure can do: add progress, finish it, open it again. */
export function WorkCard({ page, viewer }: { page: MeasurePage; viewer: Viewer }) {
  const t = useTranslations('measures')
  const { kase, subject, measure } = page
  if (kase.stage !== 'RECTIFYING' || kase.paused) return null
  const adds = can(viewer, 'progress.add', subject)
  const finishes = can(viewer, 'measure.finish', subject)
  if (measure.status === 'OPEN' && adds) {
    return (
      <>
        {measure.percent === 100 && finishes ? <FinishCard page={page} /> : null}
        <Card title={t('addProgress')}>
          <AddProgress page={page} viewer={viewer} />
        </Card>
      </>
    )
  }
  if (measure.status === 'DONE' && finishes) {
    return (
      <Card>
        <Fold label={t('reopen')}>
          <ActionForm
            action={reopenMeasure}
            submit={t('reopen')}
            tone="plain"
            draft={`reopen:${measure.id}`}
            label={t('reopen')}
          >
            <OnMeasure page={page} />
            <TextAreaField name="reason" label={t('reopenReason')} rows={3} max={2000} />
          </ActionForm>
        </Fold>
      </Card>
    )
  }
  return null
}

function AddProgress({ page, viewer }: { page: MeasurePage; viewer: Viewer }) {
  const t = useTranslations('measures')
  const { kase, subject, measure } = page
  const from = earliestProgress({
    startOn: toDay(measure.startOn),
    confirmedOn: kase.confirmedOn && toDay(kase.confirmedOn),
    planApprovedOn: kase.planApprovedOn && toDay(kase.planApprovedOn),
  })
  return (
    <ActionForm
      action={addProgress}
      submit={t('add')}
      draft={`progress:${measure.id}`}
      resetOnDone
      label={t('addProgress')}
    >
      <OnMeasure page={page} />
      <TextAreaField name="text" label={t('text')} rows={4} />
      <NumberField
        name="percent"
        label={t('percentLabel')}
        hint={t('percentHint', { percent: measure.percent })}
        unit="%"
        whole
      />
      <DateField
        name="happenedOn"
        label={t('happenedOn')}
        defaultValue={viewer.today}
        min={from}
        max={viewer.today}
      />
      {can(viewer, 'internal.write', subject) ? <InternalFields asksTownship={false} /> : null}
    </ActionForm>
  )
}

function FinishCard({ page }: { page: MeasurePage }) {
  const t = useTranslations('measures')
  return (
    <Card title={t('finishTitle')}>
      <ActionForm
        action={finishMeasure}
        submit={t('finish')}
        draft={`finish:${page.measure.id}`}
        label={t('finishTitle')}
      >
        <OnMeasure page={page} />
        <TextAreaField name="text" label={t('finishText')} rows={2} optional />
      </ActionForm>
    </Card>
  )
}

export function OnMeasure({ page }: { page: MeasurePage }) {
  return (
    <>
      <HiddenField name="caseId" value={page.kase.id} />
      <HiddenField name="measureId" value={page.measure.id} />
      <HiddenField name="version" value={page.measure.version} />
    </>
  )
}
