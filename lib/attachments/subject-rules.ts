import 'server-only'
import { can, type Permission } from '@/lib/access/policy'
import type { Subject } from '@/lib/access/relations'
import { visibleCommitments, visibleRecords, visibleVisits } from '@/lib/access/scope'
import { visibleFindings } from '@/lib/access/scope-supervision'
import { assignedCheckIds, townshipsOf, type Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import type { SubjectKind } from '@/prisma/generated/enums'

type Asked = { id: string; caseId: string }

type SubjectRule = {
  /** What lets somebody add a file to such a record; one of these is enough. */
  may: readonly [Permission, ...Permission[]]
  /** Whether helper units and work teams may: papers of decisions are not theirs. */
  helpers: boolean
  /** Whether there is such a record of this case that this viewer may add a file to. */
  exists: (tx: Tx, viewer: Viewer, asked: Asked) => Promise<boolean>
}

/** One row per kind of record that files belong to. */
export const subjectRules: Record<SubjectKind, SubjectRule> = {
  CASE: {
    may: ['attachment.add'],
    helpers: true,
    exists: async (_, __, { id, caseId }) => id === caseId,
  },
  PROBLEM: ofCase(false, (tx, where) => tx.problem.count({ where })),
  PLAN: ofCase(false, (tx, where) => tx.plan.count({ where })),
  MEASURE: ofCase(true, (tx, where) => tx.measure.count({ where })),
  PROGRESS: ofCase(true, (tx, where) => tx.progressUpdate.count({ where })),
  DECISION: ofCase(false, (tx, where) => tx.decision.count({ where })),
  ACCEPTANCE: ofCase(false, (tx, where) => tx.acceptance.count({ where })),
  CLOSURE: ofCase(false, (tx, where) => tx.closure.count({ where })),
  FOLLOW_UP: ofCase(false, (tx, where) => tx.followUp.count({ where })),
  // Whoever writes visits adds to their own.
  VISIT: {
    may: ['visit.write'],
    helpers: true,
    exists: async (tx, viewer, asked) => {
      const own = { ...asked, authorId: viewer.userId, withdrawnOn: null }
      return (await tx.visit.count({ where: { AND: [visibleVisits(viewer), own] } })) > 0
    },
  },
  // The same with records, whoever writes that kind.
  RECORD: {
    may: ['record.write', 'record.help', 'record.formal'],
    helpers: true,
    exists: async (tx, viewer, asked) => {
      const own = { ...asked, authorId: viewer.userId, withdrawnOn: null }
      return (await tx.workRecord.count({ where: { AND: [visibleRecords(viewer), own] } })) > 0
    },
  },
  // Evidence comes from the side that keeps it, until it is evaluated: a township's own from the
  // township alone.
  COMMITMENT: {
    may: ['commitment.write'],
    helpers: true,
    exists: async (tx, viewer, asked) => {
      const open = { ...asked, status: { in: ['PUBLISHED' as const, 'CARRIED_OUT' as const] } }
      const kept = {
        OR: [{ level: { not: 'TOWNSHIP' as const } }, { townshipId: { in: townshipsOf(viewer) } }],
      }
      const where = { AND: [visibleCommitments(viewer), open, kept] }
      return (await tx.commitment.count({ where })) > 0
    },
  },
  // Inspectors add to what they submitted; an undercover check leaves no trace before.
  SPOT_CHECK: {
    may: ['spotCheck.attach'],
    helpers: true,
    exists: async (tx, viewer, asked) => {
      const own = { id: { in: assignedCheckIds(viewer) }, state: 'SUBMITTED' as const }
      return (await tx.spotCheck.count({ where: { AND: [asked, own] } })) > 0
    },
  },
  // To findings of a check its inspectors, to outside ones the county office.
  FINDING: {
    may: ['spotCheck.attach', 'finding.enter'],
    helpers: true,
    exists: async (tx, viewer, asked) => {
      const own = { OR: [{ spotCheckId: { in: assignedCheckIds(viewer) } }, { spotCheckId: null }] }
      const open = { state: 'OPEN' as const }
      return (
        (await tx.finding.count({ where: { AND: [visibleFindings(viewer), asked, own, open] } })) >
        0
      )
    },
  },
}

/** The permission by which this viewer adds to such records of a case; undefined when by none. */
export function permissionToAdd(viewer: Viewer, kind: SubjectKind, place: Subject) {
  return subjectRules[kind].may.find((permission) => can(viewer, permission, place))
}

/** A record that hangs on the case and nothing else. */
function ofCase(helpers: boolean, count: (tx: Tx, where: Asked) => Promise<number>): SubjectRule {
  return {
    may: ['attachment.add'],
    helpers,
    exists: async (tx, _, { id, caseId }) => (await count(tx, { id, caseId })) > 0,
  }
}
