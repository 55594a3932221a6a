import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleVisits } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { linksOf, versionsOf } from '@/lib/entries/links-queries'
import { frozenBecause, isLateEntry } from '@/lib/entries/rules'
import { standingOf } from '@/lib/entries/select'
import { NotFound } from '@/lib/errors'
import { contentOf } from './content'
import { type WholeVisit, wholeVisit } from './select'

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
      companions: await companionsOf(tx, visit),
      versions: await versionsOfVisit(tx, visit),
      /** Why the author cannot correct it any more; null for others and while they can. */
      frozen: own ? (frozenBecause(...standingOf(visit)) ?? null) : null,
      mayChange: own && !frozenBecause(...standingOf(visit)),
      mayFinishTask: open && visit.task !== '' && visit.taskDoneOn === null,
    }
  }),
)

export type VisitPage = Awaited<ReturnType<typeof readVisit>>

/** Names of who went along. */
async function companionsOf(tx: Tx, { companionIds }: WholeVisit) {
  if (companionIds.length === 0) return []
  return tx.user.findMany({
    where: { id: { in: companionIds } },
    orderBy: { id: 'asc' },
    select: { name: true },
  })
}

const versionsOfVisit = (tx: Tx, { id, caseId, version }: WholeVisit) =>
  version === 1 ? [] : versionsOf(tx, { caseId, kind: 'visitChanged', key: 'visitId', id })
