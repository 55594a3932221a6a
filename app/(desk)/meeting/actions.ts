'use server'
import { action } from '@/lib/action'
import { callMeeting as call, cancelMeeting as cancel } from '@/lib/meetings/call-commands'
import { callMeetingInput, cancelMeetingInput } from '@/lib/meetings/schema'

export const callMeeting = action({
  schema: callMeetingInput,
  permission: 'meeting.call',
  run: call,
  done: () => ({ to: '/meeting', say: { code: 'meeting.done.call' } }),
})

export const cancelMeeting = action({
  schema: cancelMeetingInput,
  permission: 'meeting.call',
  run: cancel,
  done: () => ({ to: '/meeting', say: { code: 'meeting.done.cancel' } }),
})
