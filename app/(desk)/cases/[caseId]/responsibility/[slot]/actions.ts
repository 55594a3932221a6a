'use server'
import { action } from '@/lib/action'
import {
  assign as runAssign,
  endAssignment as runEnd,
  replaceAssignment as runReplace,
} from '@/lib/assignments/commands'
import { setDuties as runSetDuties } from '@/lib/assignments/duty-commands'
import {
  assignInput,
  endAssignmentInput,
  replaceAssignmentInput,
  setDutiesInput,
} from '@/lib/assignments/schema'

const back = (caseId: string) => `/cases/${caseId}/responsibility`

export const assign = action({
  schema: assignInput,
  permission: 'assignment.manage',
  run: runAssign,
  done: (_, { caseId }) => ({ to: back(caseId), say: { code: 'assignments.done.assigned' } }),
})

export const replaceAssignment = action({
  schema: replaceAssignmentInput,
  permission: 'assignment.manage',
  run: runReplace,
  done: (_, { caseId }) => ({ to: back(caseId), say: { code: 'assignments.done.replaced' } }),
})

export const endAssignment = action({
  schema: endAssignmentInput,
  permission: 'assignment.manage',
  run: runEnd,
  done: (_, { caseId }) => ({ to: back(caseId), say: { code: 'assignments.done.ended' } }),
})

export const setDuties = action({
  schema: setDutiesInput,
  permission: 'assignment.manage',
  run: runSetDuties,
  done: (_, { caseId }) => ({ to: back(caseId), say: { code: 'assignments.done.duties' } }),
})
