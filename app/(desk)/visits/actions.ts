'use server'
import { action } from '@/lib/action'
import { editVisit, finishVisitTask, withdrawVisit } from '@/lib/visits/change-commands'
import { logVisit } from '@/lib/visits/commands'
import {
  editVisitInput,
  finishVisitTaskInput,
  logVisitInput,
  withdrawVisitInput,
} from '@/lib/visits/schema'

const to = ({ id }: { id: string }) => `/visits/${id}`

export const log = action({
  schema: logVisitInput,
  permission: 'visit.write',
  run: logVisit,
  done: (stored) => ({ to: to(stored), say: { code: 'visits.done.log' } }),
})

export const edit = action({
  schema: editVisitInput,
  permission: 'visit.write',
  run: editVisit,
  done: (stored) => ({ to: to(stored), say: { code: 'visits.done.edit' } }),
})

export const withdraw = action({
  schema: withdrawVisitInput,
  permission: 'visit.write',
  run: withdrawVisit,
  done: (stored) => ({ to: to(stored), say: { code: 'visits.done.withdraw' } }),
})

export const finishTask = action({
  schema: finishVisitTaskInput,
  permission: 'visit.write',
  run: finishVisitTask,
  done: () => ({ say: { code: 'visits.done.finishTask' } }),
})
