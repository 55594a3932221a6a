'use server'
import {
  confirmAppointments,
  declineAppointment,
  endAppointment,
  grantAppointment,
  withdrawAppointment,
} from '@/lib/accounts/appointment-commands'
import { grantDeputy } from '@/lib/accounts/deputy-commands'
import {
  confirmAppointmentsInput,
  declineAppointmentInput,
  endAppointmentInput,
  grantAppointmentInput,
  grantDeputyInput,
  onAppointment,
} from '@/lib/accounts/schema'
import { action } from '@/lib/action'

const list = '/admin/appointments'

export const grantAction = action({
  schema: grantAppointmentInput,
  permission: 'appointment.grant',
  run: (viewer, input) => grantAppointment(viewer, input, new Date()),
  done: ({ pending }, { userId }) => ({
    to: userId ? `/admin/people/${userId}` : list,
    say: { code: pending ? 'admin.done.granted' : 'admin.done.grantedAtOnce' },
  }),
})

export const grantDeputyAction = action({
  schema: grantDeputyInput,
  permission: 'appointment.grant',
  run: grantDeputy,
  done: (_, { userId }) => ({ to: `/admin/people/${userId}`, say: { code: 'admin.done.granted' } }),
})

export const confirmAction = action({
  schema: confirmAppointmentsInput,
  permission: 'appointment.confirm',
  run: (viewer, input) => confirmAppointments(viewer, input, new Date()),
  done: (count) => ({ to: list, say: { code: 'admin.done.confirmed', params: { count } } }),
})

export const declineAction = action({
  schema: declineAppointmentInput,
  permission: 'appointment.confirm',
  run: (viewer, input) => declineAppointment(viewer, input, new Date()),
  done: () => ({ to: list, say: { code: 'admin.done.declined' } }),
})

export const withdrawAction = action({
  schema: onAppointment,
  permission: 'appointment.grant',
  run: (viewer, input) => withdrawAppointment(viewer, input, new Date()),
  done: () => ({ to: list, say: { code: 'admin.done.withdrawn' } }),
})

export const endAction = action({
  schema: endAppointmentInput,
  permission: 'appointment.grant',
  run: endAppointment,
  done: () => ({ to: `${list}?view=current`, say: { code: 'admin.done.ended' } }),
})
