'use server'
import { action } from '@/lib/action'
import { editRecord, withdrawRecord } from '@/lib/records/change-commands'
import { addRecord } from '@/lib/records/commands'
import { addResult } from '@/lib/records/result-commands'
import {
  addRecordInput,
  addResultInput,
  editRecordInput,
  withdrawRecordInput,
} from '@/lib/records/schema'

const to = ({ id }: { id: string }) => `/records/${id}`

// Who may write depends on the kind: the commands ask the rulebook once they know it.
export const log = action({
  schema: addRecordInput,
  permission: 'record.read',
  run: addRecord,
  done: (stored) => ({ to: to(stored), say: { code: 'records.done.log' } }),
})

export const edit = action({
  schema: editRecordInput,
  permission: 'record.read',
  run: editRecord,
  done: (stored) => ({ to: to(stored), say: { code: 'records.done.edit' } }),
})

export const withdraw = action({
  schema: withdrawRecordInput,
  permission: 'record.read',
  run: withdrawRecord,
  done: (stored) => ({ to: to(stored), say: { code: 'records.done.withdraw' } }),
})

export const result = action({
  schema: addResultInput,
  permission: 'record.read',
  run: addResult,
  done: () => ({ say: { code: 'records.done.result' } }),
})
