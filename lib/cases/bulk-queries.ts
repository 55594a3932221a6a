import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { confirmationBatches } from '@/lib/batches/queries'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { bulkLimit } from './schema'

/** Which candidates are meant: those ticked, or all that wait (of one township). */
export type Choice = { ids: readonly string[] } | { all: true; township?: string }

/**
 * What confirming several candidates needs: the villages that can be confirmed, those that meanwhile
 * cannot, and the batches with their decision chains. Two statements.
 */
export const readConfirmMany = (viewer: Viewer, choice: Choice) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'case.confirm', { countyId: viewer.countyId })
    const meant =
      'ids' in choice
        ? { id: { in: [...choice.ids] } }
        : { stage: 'CANDIDATE' as const, paused: false, townshipId: choice.township }
    const rows = await tx.case.findMany({
      where: { AND: [visibleCases(viewer), meant] },
      orderBy: [{ townshipId: 'asc' }, { village: { code: 'asc' } }, { id: 'asc' }],
      take: bulkLimit + 1,
      select: {
        id: true,
        version: true,
        stage: true,
        paused: true,
        proposedOn: true,
        previousCaseId: true,
        village: { select: { name: true } },
        township: { select: { name: true } },
        problems: { select: { id: true, category: true, title: true }, orderBy: { number: 'asc' } },
      },
    })
    const shown = rows.slice(0, bulkLimit).map(({ proposedOn, previousCaseId, ...row }) => ({
      ...row,
      village: row.village.name,
      township: row.township.name,
      proposedOn: toDay(proposedOn),
      relapse: previousCaseId !== null,
    }))
    const waits = (row: (typeof shown)[number]) => row.stage === 'CANDIDATE' && !row.paused
    return {
      candidates: shown.filter(waits),
      others: shown.filter((row) => !waits(row)),
      more: rows.length > bulkLimit,
      batches: await confirmationBatches(tx, viewer),
    }
  })
