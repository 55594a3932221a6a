import 'server-only'
import { can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { visibleFindings, visibleSpotChecks } from '@/lib/access/scope-supervision'
import type { Viewer } from '@/lib/access/viewer-types'
import { addDays, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { pageOfRecords } from '@/lib/records/list-queries'
import { pageOfVisits } from '@/lib/visits/list-queries'
import type { WorkingCheck } from './select'

const knownCase = {
  id: true,
  stage: true,
  paused: true,
  proposedOn: true,
  confirmedOn: true,
  closedOn: true,
  batch: { select: { number: true, name: true } },
  problems: {
    orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true, status: true },
  },
  measures: {
    where: { status: { not: 'CANCELLED' } },
    orderBy: { number: 'asc' },
    select: {
      ...{ id: true, number: true, title: true, status: true, percent: true },
      ...{ dueOn: true, doneOn: true, personName: true, organisationName: true },
    },
  },
} as const

/**
 * What the system already knows of the village of a check, before anything is asked for: the case
 * with its problems and measures, the last visits and records, the last check, findings still open.
 */
export async function existingRecord(tx: Tx, viewer: Viewer, check: WorkingCheck) {
  const { caseId, villageId } = check
  const kase = caseId
    ? await tx.case.findFirst({
        where: { AND: [visibleCases(viewer), { id: caseId }] },
        select: knownCase,
      })
    : null
  const filter = { village: villageId }
  const reads = kase !== null && can(viewer, 'visit.read')
  const { visits } = reads ? await pageOfVisits(tx, viewer, filter, 3) : { visits: [] }
  const { records } = reads ? await pageOfRecords(tx, viewer, filter, 3) : { records: [] }
  const last = await tx.spotCheck.findFirst({
    where: {
      AND: [visibleSpotChecks(viewer), { villageId, state: 'SUBMITTED', id: { not: check.id } }],
    },
    orderBy: [{ submittedOn: 'desc' }, { id: 'desc' }],
    select: {
      ...{ id: true, method: true, visitedOn: true },
      reports: { orderBy: { number: 'desc' }, take: 1, select: { conclusion: true } },
    },
  })
  const open = await tx.finding.count({
    where: {
      AND: [visibleFindings(viewer), { villageId, state: 'OPEN', spotCheckId: { not: check.id } }],
    },
  })
  const week = reads
    ? await tx.visit.count({
        where: {
          ...{ villageId, withdrawnOn: null },
          day: { gte: fromDay(addDays(viewer.today, -6)) },
        },
      })
    : 0
  return {
    kase: kase && {
      ...kase,
      closedOn: kase.closedOn && toDay(kase.closedOn),
      measures: kase.measures.map((row) => ({
        ...row,
        dueOn: toDay(row.dueOn),
        doneOn: row.doneOn && toDay(row.doneOn),
      })),
    },
    visits,
    records,
    last: last && {
      ...{ id: last.id, method: last.method },
      visitedOn: last.visitedOn && toDay(last.visitedOn),
      conclusion: last.reports[0]?.conclusion ?? null,
    },
    openFindings: open,
    visitsThisWeek: week,
  }
}

export type ExistingRecord = Awaited<ReturnType<typeof existingRecord>>
