'use server'
import { action } from '@/lib/action'
import {
  removeChannel,
  retryDelivery,
  saveChannel,
  testChannel,
} from '@/lib/notifications/channel-commands'
import {
  askWebhookInput,
  onChannel,
  onWebhook,
  retryDeliveryInput,
  saveChannelInput,
  testChannelInput,
} from '@/lib/notifications/schema'
import {
  askWebhook,
  confirmWebhook,
  declineWebhook,
  endWebhook,
} from '@/lib/notifications/webhook-commands'

const list = '/admin/channels'

export const saveChannelAction = action({
  schema: saveChannelInput,
  permission: 'channel.manage',
  run: saveChannel,
  done: (id) => ({ to: `${list}/${id}`, say: { code: 'reminders.channels.done.saved' } }),
})

export const testChannelAction = action({
  schema: testChannelInput,
  permission: 'channel.manage',
  run: (viewer, input) => testChannel(viewer, input, new Date()),
  done: () => ({ say: { code: 'reminders.channels.done.tested' } }),
})

export const removeChannelAction = action({
  schema: onChannel,
  permission: 'channel.manage',
  run: (viewer, input) => removeChannel(viewer, input, new Date()),
  done: () => ({ to: list, say: { code: 'reminders.channels.done.removed' } }),
})

export const retryDeliveryAction = action({
  schema: retryDeliveryInput,
  permission: 'channel.manage',
  run: (viewer, input) => retryDelivery(viewer, input, new Date()),
  done: () => ({ to: list, say: { code: 'reminders.channels.done.retried' } }),
})

export const askWebhookAction = action({
  schema: askWebhookInput,
  permission: 'webhook.ask',
  run: askWebhook,
  done: () => ({ to: list, say: { code: 'reminders.channels.done.asked' } }),
})

export const confirmWebhookAction = action({
  schema: onWebhook,
  permission: 'webhook.confirm',
  run: (viewer, input) => confirmWebhook(viewer, input, new Date()),
  done: () => ({ to: list, say: { code: 'reminders.channels.done.confirmed' } }),
})

export const declineWebhookAction = action({
  schema: onWebhook,
  permission: 'webhook.confirm',
  run: (viewer, input) => declineWebhook(viewer, input, new Date()),
  done: () => ({ to: list, say: { code: 'reminders.channels.done.declined' } }),
})

export const endWebhookAction = action({
  schema: onWebhook,
  run: (viewer, input) => endWebhook(viewer, input, new Date()),
  done: () => ({ to: list, say: { code: 'reminders.channels.done.ended' } }),
})
