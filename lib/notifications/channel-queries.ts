import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { storedSettings } from './schema'

const shown = {
  id: true,
  kind: true,
  name: true,
  active: true,
  settings: true,
  testedAt: true,
  trouble: true,
  version: true,
} as const

const guard = (viewer: Viewer) => authorize(viewer, 'channel.manage', { countyId: viewer.countyId })

/** Ways out, pushed subscriptions and what was not delivered; secrets are not even read. */
export const readChannels = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    guard(viewer)
    const { countyId } = viewer
    const channels = await tx.channel.findMany({
      where: { countyId, removedAt: null },
      orderBy: { id: 'asc' },
      select: shown,
    })
    const subscriptions = await tx.webhookSubscription.findMany({
      where: { countyId },
      orderBy: { id: 'desc' },
      take: 50,
      select: {
        id: true,
        name: true,
        host: true,
        kinds: true,
        state: true,
        askedById: true,
        askedByName: true,
        decidedByName: true,
        version: true,
      },
    })
    const dead = await tx.delivery.findMany({
      where: { countyId, state: 'DEAD' },
      orderBy: { id: 'desc' },
      take: 100,
      select: {
        id: true,
        trouble: true,
        answer: true,
        attempts: true,
        createdAt: true,
        userId: true,
        channel: { select: { name: true } },
        subscription: { select: { name: true } },
      },
    })
    const waiting = await tx.delivery.aggregate({
      where: { countyId, state: 'WAITING' },
      _count: { _all: true },
      _min: { createdAt: true },
    })
    const people = await tx.user.findMany({
      where: { id: { in: dead.flatMap(({ userId }) => userId ?? []) } },
      select: { id: true, name: true },
    })
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return {
      channels: channels.map(({ settings, ...channel }) => ({
        ...channel,
        host: storedSettings.OTHER.parse(settings).host,
      })),
      subscriptions,
      waiting: { count: waiting._count._all, since: waiting._min.createdAt },
      dead: dead.map(({ userId, channel, subscription, ...row }) => ({
        ...row,
        by: channel?.name ?? subscription?.name ?? '',
        person: names.get(userId ?? ''),
      })),
    }
  })

/** One way out as its form shows it: without what is secret. */
export const readChannel = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    guard(viewer)
    const found = await tx.channel.findFirst({
      where: { id, countyId: viewer.countyId, removedAt: null },
      select: shown,
    })
    if (!found) throw new NotFound()
    const { settings, ...channel } = found
    const mail = channel.kind === 'SMTP' ? storedSettings.SMTP.parse(settings) : undefined
    return { ...channel, host: storedSettings.OTHER.parse(settings).host, mail }
  })
