'use server'
import { action } from '@/lib/action'
import { answerComplaint as run } from '@/lib/complaints/commands'
import { answerComplaintInput } from '@/lib/complaints/schema'

export const answerComplaint = action({
  schema: answerComplaintInput,
  permission: 'complaint.answer',
  run,
  done: (_, { complaintId }) => ({
    to: `/complaints/${complaintId}`,
    say: { code: 'complaints.answeredNow' },
  }),
})
