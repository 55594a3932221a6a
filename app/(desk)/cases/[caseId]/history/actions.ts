'use server'
import { action } from '@/lib/action'
import { verifyTimelineInput } from '@/lib/audit/timeline-schema'
import { verifyTimeline } from '@/lib/audit/verify-timeline'

export const verifyTimelineAction = action({
  schema: verifyTimelineInput,
  permission: 'case.timeline',
  run: verifyTimeline,
  done: (result) => ({ say: { code: 'cases.history.sound', params: result } }),
})
