import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases, visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { visitsOfVillage } from '@/lib/visits/list-queries'
import type { Prisma } from '@/prisma/generated/client'
import { hadName } from './former-names'
import { keysOf, villageNamed } from './named'
import type { VillageFilters } from './schema'
import { changeOfVillage, listedVillage, wholeVillage } from './select'

const pageSize = 50

/**
 * A page of the directory by division code, with the townships to choose from. Whether a village
 * is listed is told for cases in the viewer's scope only.
 */
export const listVillages = (viewer: Viewer, filters: VillageFilters, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'village.read', { countyId: viewer.countyId })
    const where = { AND: [visibleVillages(viewer), matching(filters)] }
    const found = await tx.village.findMany({
      where: filters.after ? { AND: [where, { code: { gt: filters.after } }] } : where,
      orderBy: { code: 'asc' },
      take: limit + 1,
      select: listedVillage,
    })
    const rows = found.slice(0, limit)
    const cases = await casesOf(
      tx,
      viewer,
      rows.map((row) => row.id),
    )
    return {
      villages: rows.map(({ posts, changes, ...row }) => ({
        ...row,
        endedOn: row.endedOn ? toDay(row.endedOn) : null,
        formerNames: changes.filter((one) => one.kind === 'RENAMED').map((one) => one.nameBefore),
        successor: changes.find((one) => one.kind === 'MERGED')?.successor ?? null,
        secretary: posts.find((post) => post.holderName)?.holderName ?? null,
        cases: cases.filter((kase) => kase.villageId === row.id),
      })),
      nextCursor: found.length > limit ? (rows.at(-1)?.code ?? null) : null,
      total: await tx.village.count({ where }),
      townships: await townshipChoices(tx, viewer),
    }
  })

/** Townships of the viewer's county by code. */
function townshipChoices(tx: Tx, viewer: Viewer) {
  return tx.township.findMany({
    where: { countyId: viewer.countyId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
}

/** One village with its cases in the viewer's scope; shared by its pages within one request. */
export const readVillage = cache((viewer: Viewer, id: string) =>
  read(viewer, (tx) => villageOf(tx, viewer, id)),
)

/** The page of a village: itself and the latest visits to it. */
export const readVillagePage = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => ({
    village: await villageOf(tx, viewer, id),
    visits: await visitsOfVillage(tx, viewer, id),
  }))

async function villageOf(tx: Tx, viewer: Viewer, id: string) {
  const village = await tx.village.findFirst({
    where: { AND: [visibleVillages(viewer), { id }] },
    select: wholeVillage,
  })
  if (!village) throw new NotFound()
  authorize(viewer, 'village.read', village)
  const changes = await tx.villageChange.findMany({
    where: { OR: [{ villageId: id }, { successorId: id }] },
    orderBy: [{ effectiveOn: 'desc' }, { id: 'desc' }],
    select: changeOfVillage,
  })
  const merged = changes.filter((one) => one.kind === 'MERGED' && one.village.id !== id)
  const found = await casesOf(tx, viewer, [id, ...merged.map((one) => one.village.id)])
  return {
    ...village,
    endedOn: village.endedOn ? toDay(village.endedOn) : null,
    changes: changes.map((one) => ({ ...one, effectiveOn: toDay(one.effectiveOn) })),
    factsOn: village.factsOn ? toDay(village.factsOn) : null,
    posts: village.posts.map((post) => ({
      ...post,
      fromOn: post.fromOn ? toDay(post.fromOn) : null,
    })),
    reserves: village.reserves.map((one) => ({
      ...one,
      fromOn: one.fromOn ? toDay(one.fromOn) : null,
    })),
    cases: found.filter((kase) => kase.villageId === id),
    /** Closed cases of villages that were merged into this one. */
    earlierCases: found
      .filter((kase) => kase.villageId !== id)
      .map((kase) => ({
        ...kase,
        of: merged.find((one) => one.village.id === kase.villageId)?.nameBefore ?? '',
      })),
    mayEdit: village.endedOn === null && can(viewer, 'village.edit', village),
    mayChange: village.endedOn === null && can(viewer, 'village.change', village),
  }
}

async function casesOf(tx: Tx, viewer: Viewer, villageIds: readonly string[]) {
  if (villageIds.length === 0) return []
  const rows = await tx.case.findMany({
    where: { AND: [visibleCases(viewer), { villageId: { in: [...villageIds] } }] },
    orderBy: [{ proposedOn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      villageId: true,
      stage: true,
      paused: true,
      origin: true,
      previousCaseId: true,
      proposedOn: true,
      closedOn: true,
      yellowOn: true,
      redOn: true,
      batch: { select: { id: true, number: true, name: true } },
    },
  })
  const day = (date: Date | null) => (date ? toDay(date) : null)
  return rows.map((row) => ({
    ...row,
    proposedOn: toDay(row.proposedOn),
    closedOn: day(row.closedOn),
    yellowOn: day(row.yellowOn),
    redOn: day(row.redOn),
  }))
}

/**
 * Text as the search everywhere takes it: characters of the name, its pinyin or initials, or the
 * beginning of a code; what a village was called before counts too. Without a text, villages merged into others are left out unless
 * asked for.
 */
function matching({ township, q, ended }: VillageFilters): Prisma.VillageWhereInput {
  const where: Prisma.VillageWhereInput = township ? { townshipId: township } : {}
  if (!q) return ended ? { ...where, endedOn: { not: null } } : { ...where, endedOn: null }
  return { ...where, OR: [villageNamed(q), hadName(q, keysOf(q) ?? '')] }
}

/** Villages a merger may lead to: any other of the county that is still there, by township. */
export const readSuccessors = (viewer: Viewer, villageId: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'village.change', { countyId: viewer.countyId })
    return tx.village.findMany({
      where: { AND: [visibleVillages(viewer), { endedOn: null, id: { not: villageId } }] },
      orderBy: { code: 'asc' },
      select: { id: true, name: true, township: { select: { name: true } } },
    })
  })
