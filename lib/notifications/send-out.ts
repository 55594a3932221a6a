import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { read } from '@/lib/db'
import { env } from '@/lib/env'
import type { ChannelKind } from '@/prisma/generated/enums'
import type { Outgoing } from './deliver-commands'
import type { Body } from './outbox'
import { storedSettings } from './schema'
import { unseal } from './seal'
import { type SendResult, sendToDingtalk, sendToWebhook, sendToWecom } from './send-http'
import { sendMail } from './send-mail'
import { wordsOf } from './words'

type Failed = { ok: false; trouble: string; answer: string; forGood?: true }
type Given = { countyId: string; now: Date; timeout?: number }

const inbox = () => new URL('/notifications', env().APP_URL).href

/** Sends one waiting message by its way out. */
export async function sendOut(row: Outgoing, given: Given): Promise<SendResult | Failed> {
  const body = row.body as Body
  const { subscription, channel } = row
  if (subscription) {
    const opened = unseal(subscription.sealed, subscription.id)
    if (subscription.state !== 'LIVE') return gone
    if (!opened?.url || !opened.secret) return sealBroken
    const to = { url: opened.url, secret: opened.secret }
    const payload = payloadOf(body, given.countyId)
    return sendToWebhook(to, { id: row.id, payload }, given.now, given.timeout)
  }
  if (!channel || channel.removedAt) return gone
  const person = row.userId ? await personOf(given.countyId, row.userId) : undefined
  if (row.userId && !person) return gone
  return sendByChannel(channel, { id: row.id, body, person }, given)
}

const gone: Failed = { ok: false, trouble: 'deliveryGone', answer: '', forGood: true }
const sealBroken: Failed = { ok: false, trouble: 'sealBroken', answer: '', forGood: true }

type Way = { id: string; kind: ChannelKind; settings: unknown; sealed: string }
type Person = { account: string; name: string; email: string }

/** By one way out, a test too. A person is who it is for; group robots tell everybody. */
export async function sendByChannel(
  channel: Way,
  { id, body, person }: { id: string; body: Body; person?: Person },
  { countyId, now, timeout }: Given,
): Promise<SendResult | Failed> {
  const opened = channel.sealed ? unseal(channel.sealed, channel.id) : {}
  if (!opened) return sealBroken
  const { subject, text } = wordsOf(body, inbox())
  switch (channel.kind) {
    case 'SMTP': {
      const { host, port, security, from, user } = storedSettings.SMTP.parse(channel.settings)
      if (!person?.email) return gone
      const server = { host, port, security, from, user, password: opened.password ?? '' }
      const messageId = `<${id}@${new URL(env().APP_URL).hostname}>`
      return sendMail(server, { to: person.email, subject, text, messageId }, timeout)
    }
    case 'WECOM':
      return opened.url ? sendToWecom(opened.url, text, timeout) : sealBroken
    case 'DINGTALK':
      return opened.url
        ? sendToDingtalk({ url: opened.url, secret: opened.secret }, text, now, timeout)
        : sealBroken
    case 'WEBHOOK': {
      if (!opened.url || !opened.secret) return sealBroken
      const recipient = person && { account: person.account, name: person.name }
      const payload = { ...payloadOf(body, countyId), recipient, text }
      const to = { url: opened.url, secret: opened.secret }
      return sendToWebhook(to, { id, payload }, now, timeout)
    }
  }
}

/** What another system is told: kinds, figures, ids and links; the API says the rest to whom it may. */
function payloadOf(body: Body, countyId: string): Record<string, unknown> {
  if (body.kind !== 'event') return { type: body.kind, county: countyId, ...body, link: inbox() }
  const { event, at, caseId, noticeId } = body
  const page = noticeId ? `/notices/${noticeId}` : `/cases/${caseId}`
  const link = new URL(page, env().APP_URL).href
  return { type: 'event', county: countyId, event, at, caseId, noticeId, link }
}

async function personOf(countyId: string, userId: string): Promise<Person | undefined> {
  return read(systemViewer('remind', countyId), async (tx) => {
    const user = await tx.user.findFirst({
      where: { id: userId, status: 'ACTIVE' },
      select: { account: true, name: true },
    })
    const setting = await tx.reminderSetting.findUnique({
      where: { userId },
      select: { email: true, emailOn: true },
    })
    return user ? { ...user, email: setting?.emailOn ? setting.email : '' } : undefined
  })
}
