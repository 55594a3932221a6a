'use server'
import { action } from '@/lib/action'
import { verifyTimelineInput } from '@/lib/audit/schema'
import { verifyTimeline } from '@/lib/audit/verify-commands'

export const verifyTimelineAction = action({
  schema: verifyTimelineInput,
  permission: 'case.timeline',
  run: verifyTimeline,
  done: (result) => ({ say: { code: 'cases.history.sound', params: result } }),
})
