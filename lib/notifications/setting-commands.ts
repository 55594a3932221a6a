import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { Conflict } from '@/lib/errors'
import { hashFeed, newFeed } from './feed'
import type { makeFeedInput, saveSettingInput } from './schema'

/** saveSetting: where the viewer's own digest goes besides the inbox. */
export function saveSetting(viewer: Viewer, input: z.output<typeof saveSettingInput>) {
  return transaction(viewer, (tx) =>
    put(tx, viewer, { email: input.email ?? '', emailOn: input.emailOn }),
  )
}

/**
 * makeFeed: a private calendar link of the viewer's deadlines. Only a hash of it is kept, so it is
 * shown this once; a new one ends the one before. Returns the link.
 */
export function makeFeed(
  viewer: Viewer,
  { lang }: z.output<typeof makeFeedInput>,
  now: Date,
): Promise<string> {
  const token = newFeed()
  return transaction(viewer, async (tx) => {
    await put(tx, viewer, { feedHash: hashFeed(token), feedMadeAt: now })
    const details = { account: viewer.account }
    await record(tx, { viewer }, { accountsOf: viewer.countyId }, { kind: 'feedMade', details })
    const link = new URL(`/api/calendar/${token}.ics`, env().APP_URL)
    if (lang !== 'zh-CN') link.searchParams.set('lang', lang)
    return link.href
  })
}

/** revokeFeed: the link shows nothing from the next request on. */
export function revokeFeed(viewer: Viewer) {
  return transaction(viewer, async (tx) => {
    const { count } = await tx.reminderSetting.updateMany({
      where: { userId: viewer.userId, feedHash: { not: null } },
      data: { feedHash: null, feedMadeAt: null, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict()
    const details = { account: viewer.account }
    await record(tx, { viewer }, { accountsOf: viewer.countyId }, { kind: 'feedRevoked', details })
  })
}

type Fields = { email?: string; emailOn?: boolean; feedHash?: string; feedMadeAt?: Date }

async function put(tx: Tx, { userId, countyId }: Viewer, data: Fields): Promise<void> {
  await tx.reminderSetting.upsert({
    where: { userId },
    create: { userId, countyId, ...data },
    update: { countyId, ...data, version: { increment: 1 } },
    select: { userId: true },
  })
}
