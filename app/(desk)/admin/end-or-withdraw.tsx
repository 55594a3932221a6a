import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/form-foot'
import { LinkButton } from '@/components/ui/button'
import type { AppointmentState } from '@/lib/accounts/appointment-rules'
import { withdrawAction } from './appointments/actions'

type Props = {
  appointment: { id: string; version: number; state: AppointmentState; standsInFor: string }
}

/** What the administrator may do with an appointment as it stands. */
export async function EndOrWithdraw({ appointment }: Props) {
  const { id, version, state, standsInFor } = appointment
  const t = await getTranslations('admin.person')
  const handover = await getTranslations('handover')
  if (state === 'pending') {
    return (
      <ActionForm action={withdrawAction} label={t('withdraw')}>
        <HiddenField name="appointmentId" value={id} />
        <HiddenField name="version" value={String(version)} />
        <SubmitButton tone="quiet" size="sm">
          {t('withdraw')}
        </SubmitButton>
      </ActionForm>
    )
  }
  if (state !== 'inForce' && state !== 'future') return null
  return (
    <span className="flex flex-wrap justify-end gap-1">
      {state === 'inForce' && !standsInFor ? (
        <LinkButton size="sm" tone="quiet" href={`/handover/${id}`}>
          {handover('title')}
        </LinkButton>
      ) : null}
      <LinkButton size="sm" tone="quiet" href={`/admin/appointments/${id}/end`}>
        {t('end')}
      </LinkButton>
    </span>
  )
}
