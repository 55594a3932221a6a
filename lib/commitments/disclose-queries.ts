import 'server-only'
import { authorize } from '@/lib/access/policy'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { disclosureOf } from './disclose-commands'

/** The switch of the county's public page, and what the page shows or would show, for the office. */
export const readDisclosure = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    const { countyId } = viewer
    authorize(viewer, 'commitment.disclose', { countyId })
    const last = await tx.disclosureSwitch.findFirst({
      where: { countyId },
      orderBy: { id: 'desc' },
      select: { on: true, byName: true, switchedOn: true },
    })
    const townships = await tx.township.findMany({
      where: { countyId },
      select: { id: true, name: true },
    })
    const names = new Map(townships.map(({ id, name }) => [id, name]))
    const { groups } = await disclosureOf(tx, countyId, viewer.today)
    return {
      on: last?.on ?? false,
      last: last && { by: last.byName, day: toDay(last.switchedOn) },
      groups: groups
        .map((group) => ({ ...group, township: names.get(group.townshipId) ?? '' }))
        .sort((a, b) => a.townshipId.localeCompare(b.townshipId)),
    }
  })

/** Townships the public page shows something of, by county; empty where no county switched it on. */
export const readDisclosedTownships = () =>
  read(systemViewer('disclosed'), async (tx) => {
    const groups = await tx.disclosedCommitment.groupBy({
      by: ['countyId', 'countyName', 'townshipId', 'townshipName'],
      _count: { _all: true },
      orderBy: { townshipId: 'asc' },
    })
    const counties = Map.groupBy(groups, ({ countyId }) => countyId)
    return [...counties.values()].map((townships) => ({
      name: townships[0]?.countyName ?? '',
      townships: townships.map(({ townshipId: id, townshipName: name, _count }) => ({
        ...{ id, name },
        count: _count._all,
      })),
    }))
  })

const shownAtMost = 1_000

/** What the public page shows of one township, by village. */
export const readDisclosed = (townshipId: string) =>
  read(systemViewer('disclosed'), async (tx) => {
    const rows = await tx.disclosedCommitment.findMany({
      where: { townshipId },
      orderBy: { place: 'asc' },
      take: shownAtMost,
      select: {
        id: true,
        countyName: true,
        townshipName: true,
        villageName: true,
        level: true,
        position: true,
        memberCount: true,
        text: true,
        dueOn: true,
        result: true,
      },
    })
    const [first] = rows
    if (!first) return null
    const places = Map.groupBy(rows, ({ villageName }) => villageName)
    return {
      county: first.countyName,
      township: first.townshipName,
      // The township's own stand first.
      places: [...places]
        .sort(([a], [b]) => Number(b === '') - Number(a === ''))
        .map(([village, commitments]) => ({
          village,
          commitments: commitments.map((row) => ({ ...row, dueOn: toDay(row.dueOn) })),
        })),
    }
  })
