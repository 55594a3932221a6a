import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import { wholeVillage } from '@/lib/villages/select'

const day = (date: Date | null) => date && toDay(date)

/**
 * The leading team of a village: posts, who held them before, reserves now and earlier, and how many
 * reserves the rules of its batch (else the county's newest) ask for; null for who reads no rules.
 */
export const readTeam = cache((viewer: Viewer, villageId: string) =>
  read(viewer, async (tx) => {
    const village = await tx.village.findFirst({
      where: { AND: [visibleVillages(viewer), { id: villageId }] },
      select: {
        ...wholeVillage,
        reserves: { orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] },
        formerHolders: { orderBy: [{ toOn: 'desc' }, { id: 'desc' }] },
      },
    })
    if (!village) throw new NotFound()
    authorize(viewer, 'village.read', village)
    const reserves = village.reserves.map((one) => ({
      ...one,
      fromOn: day(one.fromOn),
      toOn: day(one.toOn),
    }))
    return {
      ...village,
      endedOn: day(village.endedOn),
      posts: village.posts.map((post) => ({ ...post, fromOn: day(post.fromOn) })),
      former: village.formerHolders.map((one) => ({
        ...one,
        fromOn: day(one.fromOn),
        toOn: toDay(one.toOn),
      })),
      reserves: reserves.filter(({ toOn }) => toOn === null),
      formerReserves: reserves.filter(({ toOn }) => toOn !== null),
      required: await requiredOf(tx, viewer, villageId),
      mayEdit: village.endedOn === null && can(viewer, 'village.edit', village),
    }
  }),
)

async function requiredOf(tx: Tx, viewer: Viewer, villageId: string): Promise<number | null> {
  if (viewer.grants.every(({ role }) => role === 'SYSTEM_ADMIN')) return null
  const open = await tx.case.findFirst({
    where: { villageId, stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] }, batchId: { not: null } },
    select: { batch: { select: { ruleSet: true } } },
  })
  const rules = open?.batch
    ? ruleSetOf(open.batch.ruleSet)
    : await newestRuleSet(tx, viewer.countyId)
  return rules.criteria.leadingTeam.minReserves
}
