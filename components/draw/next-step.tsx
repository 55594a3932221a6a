import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField, TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { addDays, type Day, toDay } from '@/lib/dates'
import type { FormAction } from '@/lib/form-state'
import { formatDay } from '@/lib/i18n/format'
import type { DrawState } from '@/prisma/generated/enums'

type NextStepProps = {
  draw: {
    id: string
    version: number
    state: DrawState
    publicSource: string
    publicOn: Date | null
    assignedOn: Date | null
  }
  today: Day
  lastDay: Day
  checks: number
  actions: { seed: FormAction; draw: FormAction; assign: FormAction }
}

/** The one step of a draw that comes next, as its form. */
export function NextStep({ draw, today, lastDay, checks, actions }: NextStepProps) {
  const t = useTranslations('inspections.draw')
  const locale = useLocale()
  const held = (
    <>
      <HiddenField name="drawId" value={draw.id} />
      <HiddenField name="version" value={draw.version} />
    </>
  )
  if (draw.state === 'FROZEN') {
    return (
      <Card title={t('seedTitle')} narrow>
        <p className="mb-4 text-md">{t('seedLead')}</p>
        <ActionForm action={actions.seed} submit={t('seedSubmit')} draft={`draw-seed:${draw.id}`}>
          {held}
          <TextField
            name="publicSource"
            label={t('source')}
            hint={t('sourceHint')}
            maxLength={200}
          />
          <DateField name="publicOn" label={t('on')} min={addDays(today, 1)} />
        </ActionForm>
      </Card>
    )
  }
  if (draw.state === 'SEEDED' && draw.publicOn) {
    const publicOn = toDay(draw.publicOn)
    const on = formatDay(publicOn, locale)
    if (today < publicOn) return <Notice>{t('numberWait', { on })}</Notice>
    return (
      <Card title={t('numberTitle')} narrow>
        <p className="mb-4 text-md">{t('numberLead', { on, source: draw.publicSource })}</p>
        <ActionForm
          action={actions.draw}
          submit={t('numberSubmit')}
          draft={`draw-number:${draw.id}`}
        >
          {held}
          <TextField
            name="publicNumber"
            label={t('number')}
            hint={t('numberHint')}
            inputMode="numeric"
            maxLength={200}
          />
        </ActionForm>
      </Card>
    )
  }
  if (draw.state !== 'DRAWN' || draw.assignedOn) return null
  return (
    <Card title={t('assignTitle')} narrow>
      <p className="mb-4 text-md">{t('assignLead', { count: checks })}</p>
      <ActionForm action={actions.assign} submit={t('assignSubmit')}>
        {held}
        <DateField name="dueOn" label={t('due')} min={today} max={lastDay} />
      </ActionForm>
    </Card>
  )
}
