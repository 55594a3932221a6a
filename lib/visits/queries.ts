import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleVisits } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { contentOf } from './content'
import { frozenBecause, isLateEntry } from './rules'
import { standingOf, type WholeVisit, wholeVisit } from './select'

/**
 * One visit with what it links to, its earlier versions, and what the viewer may do with it now.
 * Shared by its pages within one request.
 */
export const readVisit = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const visit = await tx.visit.findFirst({
      where: { AND: [visibleVisits(viewer), { id }] },
      select: wholeVisit,
    })
    if (!visit) throw new NotFound()
    const subject = subjectOf(visit.case)
    authorize(viewer, 'visit.read', subject)
    const writes = can(viewer, 'visit.write', subject)
    const own = writes && visit.authorId === viewer.userId
    const { case: kase } = visit
    const open = writes && !kase.paused && visit.withdrawnOn === null
    return {
      visit,
      content: contentOf(visit),
      day: toDay(visit.day),
      enteredOn: toDay(visit.enteredOn),
      late: isLateEntry(toDay(visit.day), toDay(visit.enteredOn)),
      ...(await linksOf(tx, visit)),
      versions: await versionsOf(tx, visit),
      /** Why the author cannot correct it any more; null for others and while they can. */
      frozen: own ? (frozenBecause(...standingOf(visit)) ?? null) : null,
      mayChange: own && !frozenBecause(...standingOf(visit)),
      mayFinishTask: open && visit.task !== '' && visit.taskDoneOn === null,
    }
  }),
)

export type VisitPage = Awaited<ReturnType<typeof readVisit>>

/** Names of what a visit points at. */
async function linksOf(tx: Tx, { caseId, problemIds, measureIds, companionIds }: WholeVisit) {
  const numbered = { id: true, number: true, title: true } as const
  const orderBy = { number: 'asc' } as const
  return {
    problems:
      problemIds.length === 0
        ? []
        : await tx.problem.findMany({
            where: { caseId, id: { in: problemIds } },
            orderBy,
            select: numbered,
          }),
    measures:
      measureIds.length === 0
        ? []
        : await tx.measure.findMany({
            where: { caseId, id: { in: measureIds } },
            orderBy,
            select: numbered,
          }),
    companions:
      companionIds.length === 0
        ? []
        : await tx.user.findMany({
            where: { id: { in: companionIds } },
            orderBy: { id: 'asc' },
            select: { name: true },
          }),
  }
}

/** What a visit said before each of its corrections, the latest first. */
async function versionsOf(tx: Tx, { id, caseId, version }: WholeVisit) {
  if (version === 1) return []
  const rows = await tx.event.findMany({
    where: { caseId, kind: 'visitChanged', details: { path: ['visitId'], equals: id } },
    orderBy: { seq: 'desc' },
    select: { id: true, at: true, actorName: true, details: true },
  })
  return rows.map(({ details, ...row }) => ({
    ...row,
    changes: ((details as { changes?: object } | null)?.changes ?? {}) as Record<
      string,
      readonly [unknown, unknown]
    >,
  }))
}
