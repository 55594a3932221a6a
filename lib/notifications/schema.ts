import { z } from 'zod'
import { blank, version } from '@/lib/entries/schema'
import { ChannelKind } from '@/prisma/generated/enums'

/**
 * An address of another system: http or https, without user or password in it. Private addresses are
 * allowed, because an intranet has no others (docs/operate.md); those of the machine's own network
 * card service (169.254.x.x) are not.
 */
export const outsideUrl = z
  .url({ protocol: /^https?$/, error: 'webAddress' })
  .max(2000)
  .refine((given) => {
    const { username, password, hostname } = new URL(given)
    return !username && !password && !/^169\.254\.|^\[?fe80:/i.test(hostname)
  }, 'webAddress')

const name = z.string().trim().min(1).max(60)
const host = z
  .string()
  .trim()
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, 'hostName')
  .max(253)
/** No line breaks: they would begin another header. */
const address = z.email('emailAddress').max(254)
const hidden = z.preprocess(blank, z.string().max(500).optional())

export const storedSettings = {
  SMTP: z.object({
    host,
    port: z.coerce.number().int().min(1).max(65_535),
    security: z.enum(['TLS', 'STARTTLS', 'NONE']),
    from: address,
    user: z.string().trim().max(200).default(''),
  }),
  /** All that may be shown of an address with a key in it. */
  OTHER: z.object({ host: z.string() }),
}

/** One form for every kind; what a kind needs is checked here, what it does not need is ignored. */
export const saveChannelInput = z
  .object({
    channelId: z.preprocess(blank, z.uuid().optional()),
    version: z.preprocess(blank, version.optional()),
    kind: z.enum(ChannelKind),
    name,
    active: z.enum(['yes', 'no']).default('yes'),
    host: z.preprocess(blank, host.optional()),
    port: z.preprocess(blank, z.coerce.number().int().min(1).max(65_535).optional()),
    security: z.enum(['TLS', 'STARTTLS', 'NONE']).default('TLS'),
    from: z.preprocess(blank, address.optional()),
    user: z.string().trim().max(200).default(''),
    password: hidden,
    url: z.preprocess(blank, outsideUrl.optional()),
    secret: hidden,
  })
  .superRefine((given, context) => {
    const missing = (field: string) =>
      context.addIssue({ code: 'custom', path: [field], message: 'required' })
    if (given.kind === 'SMTP') {
      for (const field of ['host', 'port', 'from'] as const) if (!given[field]) missing(field)
      return
    }
    // What is kept is not shown, so that it need not be typed again to change the rest.
    if (given.channelId) return
    if (!given.url) missing('url')
    if (given.kind === 'WEBHOOK' && !given.secret) missing('secret')
  })

export const onChannel = z.object({ channelId: z.uuid(), version })
export const testChannelInput = z.object({
  channelId: z.uuid(),
  to: z.preprocess(blank, address.optional()),
})
export const retryDeliveryInput = z.object({ deliveryId: z.uuid() })

/** Events another system may be told of (keys of `reminders.pushed`). */
export const pushedKinds = ['caseClosed', 'noticeSigned', 'noticeClosed'] as const
export const askWebhookInput = z.object({
  name,
  url: outsideUrl,
  secret: z.string().trim().min(16).max(500),
  kinds: z.array(z.enum(pushedKinds), 'required').min(1, 'required').max(pushedKinds.length),
})
export const onWebhook = z.object({ subscriptionId: z.uuid(), version })

export const saveSettingInput = z
  .object({
    email: z.preprocess(blank, address.optional()),
    emailOn: z.preprocess((given) => given === 'on', z.boolean()),
  })
  .refine(({ email, emailOn }) => !emailOn || email !== undefined, {
    path: ['email'],
    error: 'required',
  })

export const makeFeedInput = z.object({ lang: z.enum(['zh-CN', 'en']).default('zh-CN') })
