'use server'
import { z } from 'zod'
import { action } from '@/lib/action'
import { makeFeedInput, saveSettingInput } from '@/lib/notifications/schema'
import { makeFeed, revokeFeed, saveSetting } from '@/lib/notifications/setting-commands'

export const saveSettingAction = action({
  schema: saveSettingInput,
  run: saveSetting,
  done: () => ({ say: { code: 'reminders.saved' } }),
})

export const makeFeedAction = action({
  schema: makeFeedInput,
  run: (viewer, input) => makeFeed(viewer, input, new Date()),
  // In place: the link is shown here, once.
  done: (link) => ({ say: { code: 'reminders.feedCreated', params: { link } } }),
})

export const revokeFeedAction = action({
  schema: z.object({}),
  run: (viewer) => revokeFeed(viewer),
  done: () => ({ say: { code: 'reminders.feedRevoked' } }),
})
