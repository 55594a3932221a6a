import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import type { Subject } from '@/lib/access/relations'
import { visibleCases } from '@/lib/access/scope'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { Conflict, DomainError, NotFound, RuleBroken } from '@/lib/errors'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { RuleSet } from '@/lib/rule-sets/schema'
import { type WorkingCase, workingCase } from './select'

/** A case opened for a command: scope checked, permission given, row locked. */
export type OpenedCase = { kase: WorkingCase; grant: Grant; actor: Actor; ruleSet: RuleSet }

type Wanted = {
  caseId: string
  may: Permission
  version?: number
  measure?: Subject['measure']
}

/**
 * The one way a command gets at a case. In this order: outside the scope `NotFound`, not in the
 * rulebook `Forbidden`, changed since the viewer saw it (`version`) `Conflict` with who and when.
 * Locks the row, so that commands on one case queue.
 */
export async function openCase(tx: Tx, viewer: Viewer, want: Wanted): Promise<OpenedCase> {
  const [one] = await openCases(tx, viewer, [want])
  if (!one) throw new NotFound()
  if (one.refused) throw one.refused
  return one.opened
}

/** A case as it was opened among others, or why this one was not. */
export type Opening = { caseId: string } & (
  | { opened: OpenedCase; refused?: undefined }
  | { opened?: undefined; refused: DomainError }
)

/**
 * The same for several cases, in the order wanted and with the statements of one: each is opened
 * or refused for itself. Rows are locked in one order, so that two who open many never wait for
 * each other.
 */
export async function openCases(
  tx: Tx,
  viewer: Viewer,
  wanted: readonly Wanted[],
): Promise<Opening[]> {
  const seen = await findCases(
    tx,
    viewer,
    wanted.map(({ caseId }) => caseId),
  )
  const grants = new Map<string, Grant | DomainError>()
  for (const { caseId, may, measure } of wanted) {
    const kase = seen.get(caseId)
    grants.set(
      caseId,
      kase ? granted(viewer, may, { ...subjectOf(kase), measure }) : new NotFound(),
    )
  }
  const lockable = [...grants].filter(([, grant]) => !(grant instanceof DomainError))
  const cases = await lockCases(
    tx,
    viewer,
    lockable.flatMap(([id]) => seen.get(id) ?? []),
  )
  const ruleSets = new Map<string, RuleSet>()
  const openings: Opening[] = []
  for (const { caseId, version } of wanted) {
    const grant = grants.get(caseId)
    const kase = cases.get(caseId)
    if (grant instanceof DomainError) openings.push({ caseId, refused: grant })
    else if (!grant || !kase) openings.push({ caseId, refused: new NotFound() })
    else if (version !== undefined && version !== kase.version)
      openings.push({ caseId, refused: await changedMeanwhile(tx, caseId) })
    else {
      const ruleSet = await ruleSetFor(tx, kase, ruleSets)
      openings.push({ caseId, opened: { kase, grant, actor: { viewer, grant }, ruleSet } })
    }
  }
  return openings
}

/** Of its batch; before it is in one, the county's newest, read once for all. */
async function ruleSetFor(tx: Tx, kase: WorkingCase, known: Map<string, RuleSet>) {
  if (kase.batch) return ruleSetOf(kase.batch.ruleSet)
  const ruleSet = known.get(kase.countyId) ?? (await newestRuleSet(tx, kase.countyId))
  known.set(kase.countyId, ruleSet)
  return ruleSet
}

function granted(viewer: Viewer, may: Permission, subject: Subject): Grant | DomainError {
  try {
    return authorize(viewer, may, subject)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

/** Locks the rows; whatever was changed before the lock was had is read again. */
async function lockCases(tx: Tx, viewer: Viewer, seen: readonly WorkingCase[]) {
  if (seen.length === 0) return new Map<string, WorkingCase>()
  const locked = await tx.$queryRaw<{ id: string; version: number }[]>`
    SELECT id, version FROM cases WHERE id = ANY (${seen.map(({ id }) => id)}::uuid[])
    ORDER BY id FOR UPDATE`
  const versions = new Map(locked.map(({ id, version }) => [id, version]))
  const stale = seen.filter(({ id, version }) => versions.get(id) !== version)
  const again = await findCases(
    tx,
    viewer,
    stale.map(({ id }) => id),
  )
  return new Map(
    seen.flatMap((kase) => {
      const now = stale.includes(kase) ? again.get(kase.id) : kase
      return now && versions.has(kase.id) ? [[kase.id, now] as const] : []
    }),
  )
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

async function findCases(tx: Tx, viewer: Viewer, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, WorkingCase>()
  const rows = await tx.case.findMany({
    where: { AND: [visibleCases(viewer), { id: { in: [...ids] } }] },
    select: workingCase,
  })
  return new Map(rows.map((row) => [row.id, row]))
}
