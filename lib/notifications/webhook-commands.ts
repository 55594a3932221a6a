import 'server-only'
import type { z } from 'zod'
import { authorize, can } from '@/lib/access/policy'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, Forbidden, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { askWebhookInput, onWebhook } from './schema'
import { seal } from './seal'

const most = 20

/** askWebhook: the administrator asks for events to be pushed to another system. Returns its id. */
export function askWebhook(viewer: Viewer, input: z.output<typeof askWebhookInput>) {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const grant = authorize(viewer, 'webhook.ask', { countyId })
    const { name, url, secret, kinds } = input
    const where = { countyId, state: { in: ['ASKED' as const, 'LIVE' as const] } }
    if ((await tx.webhookSubscription.count({ where })) >= most) {
      throw new RuleBroken('tooManyWebhooks', { max: most })
    }
    const id = newId()
    const { host } = new URL(url)
    await tx.webhookSubscription.create({
      data: {
        id,
        countyId,
        name,
        host,
        kinds,
        sealed: seal({ url, secret }, id),
        askedById: viewer.userId,
        askedByName: signature({ viewer, grant }),
      },
      select: { id: true },
    })
    const details = { name, host, kinds }
    await record(tx, { viewer, grant }, { accountsOf: countyId }, { kind: 'webhookAsked', details })
    return id
  })
}

/** confirmWebhook: the county office agrees; from now on events are pushed. */
export const confirmWebhook = (viewer: Viewer, input: z.output<typeof onWebhook>, now: Date) =>
  decide(viewer, input, now, true)

/** declineWebhook: the county office does not agree. */
export const declineWebhook = (viewer: Viewer, input: z.output<typeof onWebhook>, now: Date) =>
  decide(viewer, input, now, false)

function decide(
  viewer: Viewer,
  input: z.output<typeof onWebhook>,
  now: Date,
  agrees: boolean,
): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const found = await openWebhook(tx, viewer, input.subscriptionId)
    const grant = authorize(viewer, 'webhook.confirm', { countyId })
    if (found.state !== 'ASKED') throw new Conflict()
    if (found.askedById === viewer.userId) throw new Forbidden('ownWork')
    await change(tx, input, {
      state: agrees ? 'LIVE' : 'DECLINED',
      decidedById: viewer.userId,
      decidedByName: signature({ viewer, grant }),
      decidedAt: now,
    })
    const details = { name: found.name, host: found.host }
    const kind = agrees ? 'webhookConfirmed' : 'webhookDeclined'
    await record(tx, { viewer, grant }, { accountsOf: countyId }, { kind, details })
  })
}

/** endWebhook: by the administrator or the county office; nothing more is pushed. */
export function endWebhook(viewer: Viewer, input: z.output<typeof onWebhook>, now: Date) {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const found = await openWebhook(tx, viewer, input.subscriptionId)
    const may = can(viewer, 'webhook.ask', { countyId }) ? 'webhook.ask' : 'webhook.confirm'
    const grant = authorize(viewer, may, { countyId })
    if (found.state !== 'ASKED' && found.state !== 'LIVE') throw new Conflict()
    await change(tx, input, { state: 'ENDED', endedAt: now })
    const details = { name: found.name, host: found.host }
    await record(tx, { viewer, grant }, { accountsOf: countyId }, { kind: 'webhookEnded', details })
  })
}

async function change(
  tx: Tx,
  { subscriptionId, version }: z.output<typeof onWebhook>,
  data: Parameters<Tx['webhookSubscription']['updateMany']>[0]['data'],
) {
  const { count } = await tx.webhookSubscription.updateMany({
    where: { id: subscriptionId, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict()
}

async function openWebhook(tx: Tx, viewer: Viewer, id: string) {
  const found = await tx.webhookSubscription.findFirst({
    where: { id, countyId: viewer.countyId },
    select: { name: true, host: true, state: true, askedById: true },
  })
  if (!found) throw new NotFound()
  return found
}
