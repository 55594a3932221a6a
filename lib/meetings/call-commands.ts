import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { addDays, fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { comingMeeting } from './asked-queries'
import type { callMeetingInput, cancelMeetingInput } from './schema'

/** Nobody is asked for a meeting that lies further ahead. */
const furthest = 92

/**
 * Calls a 调度会: from now on whoever is responsible for an open measure is asked once for progress.
 * Today at the earliest, within a quarter, and one at a time. Returns its id.
 */
export function callMeeting(viewer: Viewer, { heldOn }: z.infer<typeof callMeetingInput>) {
  return transaction(viewer, async (tx) => {
    const grant = authorize(viewer, 'meeting.call', { countyId: viewer.countyId })
    const latest = addDays(viewer.today, furthest)
    if (heldOn < viewer.today) {
      throw new InvalidInput([{ field: 'heldOn', code: 'meetingInPast' }])
    }
    if (heldOn > latest) {
      throw new InvalidInput([{ field: 'heldOn', code: 'meetingTooFar', params: { latest } }])
    }
    // Recording first locks the chain of the county, so that two calls at once queue.
    await record(
      tx,
      { viewer, grant },
      { accountsOf: viewer.countyId },
      {
        kind: 'meetingCalled',
        details: { heldOn },
      },
    )
    const coming = await comingMeeting(tx, viewer)
    if (coming) throw new Conflict('meetingAlreadyCalled', { day: coming.heldOn })
    const id = newId()
    await tx.meeting.create({
      data: {
        id,
        countyId: viewer.countyId,
        heldOn: fromDay(heldOn),
        calledById: viewer.userId,
        calledByName: signature({ viewer, grant }),
      },
      select: { id: true },
    })
    return id
  })
}

/** Cancels a meeting that is still to come: nobody is asked for it any more. */
export function cancelMeeting(viewer: Viewer, input: z.infer<typeof cancelMeetingInput>) {
  return transaction(viewer, async (tx) => {
    const grant = authorize(viewer, 'meeting.call', { countyId: viewer.countyId })
    const found = await tx.meeting.findFirst({
      where: { id: input.meetingId, countyId: viewer.countyId },
      select: { heldOn: true, cancelledOn: true, version: true },
    })
    if (!found) throw new NotFound()
    const heldOn = toDay(found.heldOn)
    if (found.cancelledOn !== null || heldOn < viewer.today) throw new Conflict('meetingOver')
    const { count } = await tx.meeting.updateMany({
      where: { id: input.meetingId, version: input.version },
      data: { cancelledOn: fromDay(viewer.today), version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('meetingOver')
    await record(
      tx,
      { viewer, grant },
      { accountsOf: viewer.countyId },
      {
        kind: 'meetingCancelled',
        details: { heldOn },
      },
    )
  })
}
