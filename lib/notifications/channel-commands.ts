import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { onChannel, retryDeliveryInput, saveChannelInput, testChannelInput } from './schema'
import { type Sealed, seal, unseal } from './seal'
import { sendByChannel } from './send-out'

type Given = z.output<typeof saveChannelInput>

const guard = (viewer: Viewer) => authorize(viewer, 'channel.manage', { countyId: viewer.countyId })

/**
 * saveChannel: sets a way out up, or changes it. A secret left blank stays as it is; none is ever
 * shown. Returns its id.
 */
export function saveChannel(viewer: Viewer, input: Given): Promise<string> {
  return transaction(viewer, async (tx) => {
    const grant = guard(viewer)
    const { countyId } = viewer
    const before = input.channelId ? await openChannel(tx, viewer, input.channelId) : undefined
    const id = before?.id ?? newId()
    const kind = before?.kind ?? input.kind
    const kept: Sealed = before?.sealed ? (unseal(before.sealed, id) ?? {}) : {}
    const secrets = secretsOf(input, kept)
    const data = {
      name: input.name,
      active: input.active === 'yes',
      settings: settingsOf(input, secrets),
      sealed: Object.keys(secrets).length > 0 ? seal(secrets, id) : '',
    }
    if (before) {
      const { count } = await tx.channel.updateMany({
        where: { id, version: input.version },
        data: { ...data, version: { increment: 1 } },
      })
      if (count === 0) throw new Conflict()
    } else {
      await tx.channel.create({ data: { id, countyId, kind, ...data }, select: { id: true } })
    }
    const details = { name: input.name, channel: kind }
    await record(tx, { viewer, grant }, { accountsOf: countyId }, { kind: 'channelSaved', details })
    return id
  })
}

function secretsOf(input: Given, kept: Sealed): Sealed {
  if (input.kind === 'SMTP') {
    const password = input.user ? (input.password ?? kept.password) : undefined
    return password ? { password } : {}
  }
  const url = input.url ?? kept.url
  const secret = input.secret ?? kept.secret
  if (!url) throw new InvalidInput([{ field: 'url', code: 'required' }])
  if (input.kind === 'WEBHOOK' && !secret) {
    throw new InvalidInput([{ field: 'secret', code: 'required' }])
  }
  return { url, ...(secret && { secret }) }
}

function settingsOf(input: Given, { url }: Sealed) {
  const { kind, host, port, security, from, user } = input
  if (kind === 'SMTP') return { host, port, security, from, user }
  return { host: url ? new URL(url).host : '' }
}

/** removeChannel: nothing goes out by it any more; what went out stays written down. */
export function removeChannel(viewer: Viewer, input: z.output<typeof onChannel>, now: Date) {
  return transaction(viewer, async (tx) => {
    const grant = guard(viewer)
    const { id, name, kind } = await openChannel(tx, viewer, input.channelId)
    const { count } = await tx.channel.updateMany({
      where: { id, version: input.version },
      data: { removedAt: now, active: false, sealed: '', version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict()
    const details = { name, channel: kind }
    const where = { accountsOf: viewer.countyId }
    await record(tx, { viewer, grant }, where, { kind: 'channelRemoved', details })
  })
}

/**
 * testChannel: sends one message now and says what came of it. Nothing is left waiting. Throws
 * `RuleBroken` with the trouble when it did not arrive.
 */
export async function testChannel(
  viewer: Viewer,
  { channelId, to }: z.output<typeof testChannelInput>,
  now: Date,
): Promise<void> {
  const channel = await transaction(viewer, async (tx) => {
    guard(viewer)
    return openChannel(tx, viewer, channelId)
  })
  if (channel.kind === 'SMTP' && !to) throw new InvalidInput([{ field: 'to', code: 'required' }])
  const person = { account: viewer.account, name: viewer.name, email: to ?? '' }
  const message = { id: newId(), body: { kind: 'test' as const }, person }
  const result = await sendByChannel(channel, message, { countyId: viewer.countyId, now })
  await transaction(viewer, (tx) =>
    tx.channel.updateMany({
      where: { id: channelId },
      data: { testedAt: now, trouble: result.ok ? '' : result.trouble },
    }),
  )
  if (!result.ok) throw new RuleBroken(result.trouble, { answer: result.answer })
}

/** retryDelivery: what was given up is tried again from the beginning. */
export function retryDelivery(
  viewer: Viewer,
  { deliveryId }: z.output<typeof retryDeliveryInput>,
  now: Date,
) {
  return transaction(viewer, async (tx) => {
    guard(viewer)
    const found = await tx.delivery.count({
      where: { id: deliveryId, countyId: viewer.countyId },
    })
    if (found === 0) throw new NotFound()
    const { count } = await tx.delivery.updateMany({
      where: { id: deliveryId, state: 'DEAD' },
      data: { state: 'WAITING', attempts: 0, nextAt: now },
    })
    if (count === 0) throw new Conflict()
  })
}

async function openChannel(tx: Tx, viewer: Viewer, id: string) {
  const found = await tx.channel.findFirst({
    where: { id, countyId: viewer.countyId, removedAt: null },
    select: { id: true, kind: true, name: true, settings: true, sealed: true },
  })
  if (!found) throw new NotFound()
  return found
}
