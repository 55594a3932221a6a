import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import type { Subject } from '@/lib/access/relations'
import { visibleCases } from '@/lib/access/scope'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound, RuleBroken } from '@/lib/errors'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { RuleSet } from '@/lib/rule-sets/schema'
import { type WorkingCase, workingCase } from './select'

/** A case opened for a command: scope checked, permission given, row locked. */
export type OpenedCase = { kase: WorkingCase; grant: Grant; actor: Actor; ruleSet: RuleSet }

/**
 * The one way a command gets at a case. In this order: outside the scope `NotFound`, not in the
 * rulebook `Forbidden`, changed since the viewer saw it (`version`) `Conflict` with who and when.
 * Locks the row, so that commands on one case queue.
 */
export async function openCase(
  tx: Tx,
  viewer: Viewer,
  want: { caseId: string; may: Permission; version?: number; measure?: Subject['measure'] },
): Promise<OpenedCase> {
  const seen = await findCase(tx, viewer, want.caseId)
  const grant = authorize(viewer, want.may, { ...subjectOf(seen), measure: want.measure })
  const [locked] = await tx.$queryRaw<{ version: number }[]>`
    SELECT version FROM cases WHERE id = ${seen.id}::uuid FOR UPDATE`
  if (!locked) throw new NotFound()
  const kase = locked.version === seen.version ? seen : await findCase(tx, viewer, want.caseId)
  if (want.version !== undefined && want.version !== kase.version) {
    throw await changedMeanwhile(tx, kase.id)
  }
  const ruleSet = kase.batch
    ? ruleSetOf(kase.batch.ruleSet)
    : await newestRuleSet(tx, kase.countyId)
  return { kase, grant, actor: { viewer, grant }, ruleSet }
}

/** What the rulebook is asked about for a case. */
export function subjectOf(kase: { id: string; countyId: string; townshipId: string }): Subject {
  return { countyId: kase.countyId, townshipId: kase.townshipId, caseId: kase.id }
}

/** Refuses work on a paused case (撤并, 换届): clocks stop and it is read-only until resumed. */
export function refusePaused(kase: { paused: boolean }): void {
  if (kase.paused) throw new RuleBroken('casePaused')
}

/** The conflict that names the last change of a case: who, when, what. */
export async function changedMeanwhile(tx: Tx, caseId: string): Promise<Conflict> {
  const last = await tx.event.findFirst({
    where: { caseId },
    orderBy: { seq: 'desc' },
    select: { actorName: true, at: true, kind: true },
  })
  return new Conflict(
    'changedMeanwhile',
    {},
    last ? { by: last.actorName, at: last.at.toISOString(), kind: last.kind } : undefined,
  )
}

async function findCase(tx: Tx, viewer: Viewer, id: string): Promise<WorkingCase> {
  const kase = await tx.case.findFirst({
    where: { AND: [visibleCases(viewer), { id }] },
    select: workingCase,
  })
  if (!kase) throw new NotFound()
  return kase
}
