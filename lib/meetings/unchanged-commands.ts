import 'server-only'
import type { z } from 'zod'
import { visibleCases } from '@/lib/access/scope'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { openMeasure } from '@/lib/measures/open-measure'
import { comingMeeting } from './asked-queries'
import type { reportUnchangedInput } from './schema'

/**
 * 无变化: says of one's own measures, before a coming meeting, that nothing changed. Once a measure
 * and meeting; said again, it stays as it is. A measure finished meanwhile needs no word. Returns
 * how many were reported now.
 */
export function reportUnchanged(viewer: Viewer, input: z.infer<typeof reportUnchangedInput>) {
  return transaction(viewer, async (tx) => {
    const meeting = await comingMeeting(tx, viewer)
    if (meeting?.id !== input.meetingId) throw new Conflict('meetingOver')
    let reported = 0
    const measures = await inOrder(input.measureIds)
    if (measures.length < input.measureIds.length) throw new NotFound()
    for (const { id: measureId, caseId } of measures) {
      const { opened, measure } = await openMeasure(tx, viewer, {
        caseId,
        measureId,
        may: 'progress.add',
      })
      if (measure.status !== 'OPEN') continue
      const { count } = await tx.unchangedReport.createMany({
        skipDuplicates: true,
        data: {
          id: newId(),
          caseId,
          measureId,
          meetingId: meeting.id,
          reportedOn: fromDay(viewer.today),
          byId: viewer.userId,
          byName: signature(opened.actor),
          organisationId: opened.grant.organisationId,
        },
      })
      if (count === 0) continue
      reported += count
      await recordOnCase(tx, opened, {
        kind: 'progressUnchanged',
        details: { measure: measure.number, title: measure.title, meetingOn: meeting.heldOn },
      })
    }
    return reported

    /** By case, so that two who report many at once never wait for each other. */
    function inOrder(ids: readonly string[]) {
      return tx.measure.findMany({
        where: { AND: [{ case: visibleCases(viewer) }, { id: { in: [...ids] } }] },
        orderBy: [{ caseId: 'asc' }, { id: 'asc' }],
        select: { id: true, caseId: true },
      })
    }
  })
}
