import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { refusePaused, subjectOf } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import { frozenBecause } from './rules'
import { type EnteredCase, enteredCase, standingOf } from './select'

/** A case on which somebody enters something: outside the scope `NotFound`, not theirs `Forbidden`. */
export async function openForEntry(tx: Tx, viewer: Viewer, caseId: string, may: Permission) {
  const kase = await tx.case.findFirst({
    where: { AND: [visibleCases(viewer), { id: caseId }] },
    select: enteredCase,
  })
  if (!kase) throw new NotFound()
  return { kase, grant: authorize(viewer, may, subjectOf(kase)) }
}

/** Refuses a new entry on a case that takes none: paused, or not confirmed. */
export function refuseClosedToEntries(kase: EnteredCase): void {
  refusePaused(kase)
  if (kase.stage === 'NOT_CONFIRMED') throw new Conflict('wrongStage', { stage: kase.stage })
}

/** Corrections are the author's alone, while the case stays in the stage of the entry. */
export function requireOwnAndOpen(
  viewer: Viewer,
  entry: { authorId: string | null } & Parameters<typeof standingOf>[0],
): void {
  if (entry.authorId !== viewer.userId) throw new Forbidden('entryOfAnother')
  const frozen = frozenBecause(...standingOf(entry))
  if (frozen) throw new Conflict(frozen)
}

/** Puts an event on the timeline of the case. */
export function tellOnCase(tx: Tx, actor: Actor, kase: EnteredCase, event: NewEvent) {
  const { id: caseId, countyId, townshipId } = kase
  return record(tx, actor, { caseId, countyId, townshipId }, event)
}
