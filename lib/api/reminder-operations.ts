import { z } from 'zod'
import { askWebhookInput, onWebhook } from '@/lib/notifications/schema'
import { subjectKinds } from '@/lib/notifications/subjects'
import { ReminderBasis, ReminderLevel, SubscriptionState } from '@/prisma/generated/enums'
import type { Operation } from './serve'

const day = z.iso.date()
const byId = z.object({ id: z.uuid() })
const onOne = onWebhook.omit({ subscriptionId: true })
const done = z.object({ status: z.literal('done') })

const reminder = z.object({
  id: z.uuid(),
  subject: z.enum(subjectKinds),
  subjectId: z.uuid(),
  title: z.string(),
  village: z.string().nullable(),
  dueOn: day,
  level: z.enum(ReminderLevel),
  reachedOn: day,
  because: z.enum(ReminderBasis).meta({ description: 'Why this person is told.' }),
  page: z.string().meta({ description: 'Where it is done, as a path.' }),
})

const subscription = z.object({
  id: z.uuid(),
  name: z.string(),
  host: z.string(),
  events: z.array(z.string()),
  state: z.enum(SubscriptionState),
  askedBy: z.string(),
  decidedBy: z.string(),
  version: z.number().int(),
})

/** One's own reminders, and events pushed to other systems (docs/operate.md says how they are signed). */
export const reminderOperations = {
  listReminders: {
    method: 'get',
    path: '/reminders',
    summary: 'What the caller was reminded of and still holds, the oldest deadline first',
    answer: z.object({ items: z.array(reminder) }),
  },
  listWebhooks: {
    method: 'get',
    path: '/webhooks',
    summary: 'Systems that are told of events; addresses and secrets are never given back',
    answer: z.object({ items: z.array(subscription) }),
  },
  askWebhook: {
    method: 'post',
    path: '/webhooks',
    summary: 'ask: the administrator asks for events to be pushed to another system',
    body: askWebhookInput,
    answer: byId,
    status: 201,
  },
  confirmWebhook: {
    method: 'post',
    path: '/webhooks/{id}/confirm',
    summary: 'confirm: the county office agrees; events are pushed from now on',
    params: byId,
    body: onOne,
    answer: done,
  },
  declineWebhook: {
    method: 'post',
    path: '/webhooks/{id}/decline',
    summary: 'decline: the county office does not agree',
    params: byId,
    body: onOne,
    answer: done,
  },
  endWebhook: {
    method: 'post',
    path: '/webhooks/{id}/end',
    summary: 'end: nothing more is pushed',
    params: byId,
    body: onOne,
    answer: done,
  },
} as const satisfies Record<string, Operation>
