import 'server-only'
import { opensCase, visibleRecords, visibleVisits } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { responsibilityOf } from './queries'

/** 四位一体: who answers for a case, their duties, and what each side logged on it as plain figures. */
export const readTeam = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const found = await responsibilityOf(tx, viewer, caseId)
    const duties = await tx.slotDuty.findMany({
      where: { caseId },
      select: { slot: true, text: true },
    })
    return {
      ...found,
      duties: Object.fromEntries(duties.map(({ slot, text }) => [slot, text])),
      /** Null where the records of the case are not the viewer's to read. */
      logged: opensCase(viewer, found.kase) ? await loggedOn(tx, viewer, caseId) : null,
    }
  })

async function loggedOn(tx: Tx, viewer: Viewer, caseId: string) {
  const visits = await tx.visit.groupBy({
    by: ['role'],
    where: { AND: [visibleVisits(viewer), { caseId, withdrawnOn: null }] },
    _count: true,
    _max: { day: true },
  })
  const records = await tx.workRecord.groupBy({
    by: ['role'],
    where: { AND: [visibleRecords(viewer), { caseId, withdrawnOn: null }] },
    _count: true,
  })
  const progress = await tx.progressUpdate.groupBy({
    by: ['organisationId'],
    where: { caseId },
    _count: true,
  })
  return {
    visits: visits.map(({ role, _count, _max }) => ({
      ...{ role, count: _count },
      last: _max.day && toDay(_max.day),
    })),
    records: records.map(({ role, _count }) => ({ role, count: _count })),
    progress: progress.map(({ organisationId, _count }) => ({ organisationId, count: _count })),
  }
}
