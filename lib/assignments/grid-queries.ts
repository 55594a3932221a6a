import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay, toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { assignable, withGaps } from './gaps'
import { holderChoices } from './queries'
import { gridLimit } from './schema'

/** Which villages of the batch: of one township, with a standard slot empty. */
export type GridFilter = { township?: string; gaps?: '1' }

/**
 * The grid villages × slots of a batch, with whoever holds each slot and whoever may be chosen, in
 * the viewer's scope. Six statements whatever the number of villages.
 */
export const readAssignGrid = (viewer: Viewer, batchId: string, filter: GridFilter) =>
  read(viewer, async (tx) => {
    const { countyId, today } = viewer
    const batch = await tx.batch.findFirst({
      where: { id: batchId, countyId },
      select: { id: true, name: true },
    })
    if (!batch) throw new NotFound()
    authorize(viewer, 'assignment.manage')
    const day = fromDay(today)
    const inBatch = { AND: [visibleCases(viewer), assignable, { batchId }] }
    const rows = await tx.case.findMany({
      where: {
        AND: [
          inBatch,
          filter.township ? { townshipId: filter.township } : {},
          filter.gaps ? withGaps(today) : {},
        ],
      },
      orderBy: [{ townshipId: 'asc' }, { village: { code: 'asc' } }, { id: 'asc' }],
      take: gridLimit + 1,
      select: {
        id: true,
        townshipId: true,
        village: { select: { name: true } },
        assignments: {
          where: { OR: [{ toOn: null }, { toOn: { gte: day } }] },
          select: {
            id: true,
            slot: true,
            organisationId: true,
            userId: true,
            personName: true,
            toOn: true,
            organisation: { select: { name: true } },
          },
        },
      },
    })
    const townships = await tx.township.findMany({
      where: { countyId, cases: { some: inBatch } },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    return {
      batch,
      villages: rows.slice(0, gridLimit).map(({ village, assignments, ...row }) => ({
        ...row,
        name: village.name,
        held: assignments.map(({ toOn, organisation, ...one }) => ({
          ...one,
          organisation: organisation?.name ?? '',
          until: toOn && toDay(toOn),
        })),
      })),
      more: rows.length > gridLimit,
      townships,
      gaps: await tx.case.count({ where: { AND: [inBatch, withGaps(today)] } }),
      ...(await holderChoices(tx, today, { countyId })),
    }
  })

export type AssignGrid = Awaited<ReturnType<typeof readAssignGrid>>
