import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { ConclusionFields, SheetFields } from '@/components/spot-check/sheet-fields'
import { Card } from '@/components/ui/card'
import { VisitKey } from '@/components/visit/visit-key'
import type { Day } from '@/lib/dates'
import { newId } from '@/lib/ids'
import type { SpotCheckPage } from '@/lib/spot-checks/queries'
import { submit } from '../actions'

/** The sheet of a check, filled in on the spot. */
export function SheetCard({ page, today }: { page: SpotCheckPage; today: Day }) {
  const t = useTranslations('spotChecks.form')
  const { check, sheet, known } = page
  return (
    <Card narrow id="sheet" title={t('title')}>
      <p className="muted measure pb-4 text-md">{t('lead')}</p>
      <ActionForm
        action={submit}
        submit={t('submit')}
        size="lg"
        label={t('title')}
        draft={`spot-check:${check.id}`}
      >
        <VisitKey id={newId()} />
        <HiddenField name="spotCheckId" value={check.id} />
        <DateField
          name="visitedOn"
          label={t('visitedOn')}
          min={check.assignedOn}
          max={today}
          defaultValue={today}
        />
        <SheetFields sheet={sheet} />
        <ConclusionFields measures={known?.kase?.measures ?? []} />
        <TextAreaField name="summary" label={t('summary')} optional rows={3} />
        <p className="text-sm text-ink-2">{t('submitHint')}</p>
      </ActionForm>
    </Card>
  )
}
