import 'server-only'
import { visibleCases, visibleVisits } from '@/lib/access/scope'
import { assignedCheckIds, type Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Sheet } from '@/lib/spot-checks/sheet'
import type { Bundle } from './bundle-schema'

/** As many visits of a village as its check shows on a phone. */
const latest = 2

/** The checks this person still has to make, each with what the system knows of its village. */
export async function checksOnPhone(tx: Tx, viewer: Viewer): Promise<Bundle['checks']> {
  const ids = assignedCheckIds(viewer)
  if (ids.length === 0) return undefined
  const rows = await tx.spotCheck.findMany({
    where: { id: { in: ids }, state: 'ASSIGNED' },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: 100,
    select: {
      ...{ id: true, caseId: true, method: true, sheet: true, dueOn: true, assignedOn: true },
      village: { select: { name: true, township: { select: { name: true } } } },
    },
  })
  const caseIds = rows.flatMap(({ caseId }) => caseId ?? [])
  const cases = await tx.case.findMany({
    where: { AND: [visibleCases(viewer), { id: { in: caseIds } }] },
    select: {
      id: true,
      problems: {
        orderBy: { number: 'asc' },
        select: { id: true, number: true, title: true, status: true },
      },
      measures: {
        where: { status: { not: 'CANCELLED' } },
        orderBy: { number: 'asc' },
        select: { id: true, number: true, title: true, status: true, percent: true },
      },
    },
  })
  const visits = await tx.visit.findMany({
    where: { AND: [visibleVisits(viewer), { caseId: { in: caseIds }, withdrawnOn: null }] },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
    take: 200,
    select: { caseId: true, day: true, organisationName: true, found: true },
  })
  return rows.map(({ village, sheet, dueOn, assignedOn, ...row }) => {
    const kase = cases.find(({ id }) => id === row.caseId)
    return {
      ...row,
      sheet: sheet as Sheet,
      village: village.name,
      township: village.township.name,
      dueOn: toDay(dueOn),
      assignedOn: toDay(assignedOn),
      problems: (kase?.problems ?? []).map(({ status, ...problem }) => ({
        ...problem,
        solved: status !== 'OPEN',
      })),
      measures: (kase?.measures ?? []).map(({ status, ...measure }) => ({
        ...measure,
        done: status === 'DONE',
      })),
      visits: visits
        .filter(({ caseId }) => caseId === row.caseId)
        .slice(0, latest)
        .map(({ day, organisationName, found }) => ({
          day: toDay(day),
          organisation: organisationName,
          found: found.slice(0, 300),
        })),
    }
  })
}
