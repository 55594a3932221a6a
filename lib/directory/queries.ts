import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'

/** The directory as it stands, for the import page: townships with their villages by code. */
export const readDirectory = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'directory.import', { countyId: viewer.countyId })
    const townships = await tx.township.findMany({
      where: { countyId: viewer.countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true, organisations: { select: { name: true, kind: true } } },
    })
    const villages = await tx.village.findMany({
      where: { countyId: viewer.countyId },
      orderBy: { code: 'asc' },
      select: { code: true, townshipId: true, kind: true, officialName: true },
    })
    return {
      townships: townships.map(({ id, name, organisations }) => ({
        id,
        name,
        committee: organisations.find((one) => one.kind === 'TOWNSHIP')?.name ?? '',
        villages: countOf(villages, id, 'VILLAGE'),
        communities: countOf(villages, id, 'COMMUNITY'),
      })),
      names: Object.fromEntries(villages.map((one) => [one.code, one.officialName])),
    }
  })

function countOf(
  villages: readonly { townshipId: string; kind: string }[],
  townshipId: string,
  kind: string,
): number {
  return villages.filter((one) => one.townshipId === townshipId && one.kind === kind).length
}
