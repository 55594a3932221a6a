import 'server-only'
import { visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { earlierCase, listedVillage } from '@/lib/cases/select'
import type { Tx } from '@/lib/db'
import type { JudgedCase } from './judge-line'
import type { KnownVillage, VillageBook } from './match-village'

/** Every village of the viewer's county with what it was called before. Three statements. */
export async function villageBook(tx: Tx, viewer: Viewer): Promise<VillageBook> {
  const { countyId } = viewer
  const townships = await tx.township.findMany({
    where: { countyId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
  const rows = await tx.village.findMany({
    where: visibleVillages(viewer),
    orderBy: { code: 'asc' },
    select: { ...listedVillage, officialName: true, pinyin: true, endedOn: true },
  })
  const changes = await tx.villageChange.findMany({
    where: { countyId, kind: { in: ['RENAMED', 'MERGED'] } },
    orderBy: { effectiveOn: 'asc' },
    select: {
      kind: true,
      villageId: true,
      successorId: true,
      nameBefore: true,
      officialNameBefore: true,
    },
  })
  const placeNames = new Map(townships.map(({ id, name }) => [id, name]))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const villages = rows.map(({ endedOn, ...village }): KnownVillage => {
    const own = changes.filter((one) => one.villageId === village.id)
    const merged = own.findLast((one) => one.kind === 'MERGED')
    return {
      ...village,
      township: placeNames.get(village.townshipId) ?? '',
      ended: endedOn !== null,
      successor: names.get(merged?.successorId ?? '') ?? '',
      formerly: own
        .filter((one) => one.kind === 'RENAMED')
        .flatMap((one) => [one.nameBefore, one.officialNameBefore]),
    }
  })
  return { townships, villages }
}

/** The cases of these villages, the newest first, without those not confirmed. */
export async function casesOf(
  tx: Tx,
  villageIds: readonly string[],
): Promise<ReadonlyMap<string, JudgedCase[]>> {
  const rows = await tx.case.findMany({
    where: { villageId: { in: [...villageIds] }, stage: { not: 'NOT_CONFIRMED' } },
    orderBy: { createdAt: 'desc' },
    select: { ...earlierCase, batchId: true, villageId: true },
  })
  return Map.groupBy(rows, ({ villageId }) => villageId)
}
