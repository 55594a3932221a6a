import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases, visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import type { VillageFilters } from './schema'
import { listedVillage, wholeVillage } from './select'

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
      villages: rows.map(({ posts, ...row }) => ({
        ...row,
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
  read(viewer, async (tx) => {
    const village = await tx.village.findFirst({
      where: { AND: [visibleVillages(viewer), { id }] },
      select: wholeVillage,
    })
    if (!village) throw new NotFound()
    authorize(viewer, 'village.read', village)
    const cases = await casesOf(tx, viewer, [id])
    return {
      ...village,
      factsOn: village.factsOn ? toDay(village.factsOn) : null,
      posts: village.posts.map((post) => ({
        ...post,
        fromOn: post.fromOn ? toDay(post.fromOn) : null,
      })),
      cases,
      mayEdit: can(viewer, 'village.edit', village),
    }
  }),
)

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

/** Text as characters of the name, its pinyin or initials, or the beginning of a code. */
function matching({ township, q }: VillageFilters): Prisma.VillageWhereInput {
  const where: Prisma.VillageWhereInput = township ? { townshipId: township } : {}
  if (!q) return where
  if (/^\d+$/.test(q)) return { ...where, code: { startsWith: q } }
  const keys = q.toLowerCase().replace(/[\s']/g, '')
  if (/^[a-z0-9]+$/.test(keys)) {
    return { ...where, OR: [{ pinyin: { contains: keys } }, { initials: { startsWith: keys } }] }
  }
  return { ...where, OR: [{ name: { contains: q } }, { officialName: { contains: q } }] }
}
