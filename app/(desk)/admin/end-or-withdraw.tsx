import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/form-foot'
import { LinkButton } from '@/components/ui/button'
import type { AppointmentState } from '@/lib/accounts/appointment-rules'
import { withdrawAction } from './appointments/actions'

type Props = { appointment: { id: string; version: number; state: AppointmentState } }

/** What the administrator may do with an appointment as it stands. */
export async function EndOrWithdraw({ appointment: { id, version, state } }: Props) {
  const t = await getTranslations('admin.person')
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
    <LinkButton size="sm" tone="quiet" href={`/admin/appointments/${id}/end`}>
      {t('end')}
    </LinkButton>
  )
}
