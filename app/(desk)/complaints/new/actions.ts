'use server'
import { action } from '@/lib/action'
import { fileComplaint as run } from '@/lib/complaints/commands'
import { fileComplaintInput } from '@/lib/complaints/schema'

export const fileComplaint = action({
  schema: fileComplaintInput,
  run,
  done: (id) => ({ to: `/complaints/${id}`, say: { code: 'complaints.filed' } }),
})
