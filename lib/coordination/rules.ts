import type { Permission } from '@/lib/access/policy'
import type { Subject } from '@/lib/access/relations'
import type { CoordinationStatus } from '@/prisma/generated/enums'

type Step = {
  from: readonly CoordinationStatus[]
  to: CoordinationStatus
  may: Permission
}

/**
 * The way of a coordination request (需县级协调事项), one row per verb. Raised by a township, sent by
 * the county office to a department with a deadline (and, until it is answered, to another one or
 * with another deadline), answered by it, settled or returned by the township.
 */
export const coordinationSteps = {
  route: { from: ['RAISED', 'ROUTED'], to: 'ROUTED', may: 'coordination.route' },
  decline: { from: ['RAISED'], to: 'DECLINED', may: 'coordination.route' },
  answer: { from: ['ROUTED'], to: 'ANSWERED', may: 'coordination.answer' },
  settle: { from: ['ANSWERED'], to: 'SETTLED', may: 'coordination.settle' },
  return: { from: ['ANSWERED'], to: 'ROUTED', may: 'coordination.settle' },
  withdraw: { from: ['RAISED', 'ROUTED'], to: 'WITHDRAWN', may: 'coordination.raise' },
} as const satisfies Record<string, Step>

export type CoordinationVerb = keyof typeof coordinationSteps

export const coordinationVerbs = Object.keys(coordinationSteps) as CoordinationVerb[]

/** Whether a request in this state knows the verb. */
export function knowsStep(verb: CoordinationVerb, status: CoordinationStatus): boolean {
  const from: readonly CoordinationStatus[] = coordinationSteps[verb].from
  return from.includes(status)
}

/** What still needs somebody: everything that has not ended. */
export const openStatuses = ['RAISED', 'ROUTED', 'ANSWERED'] as const satisfies CoordinationStatus[]

/** Whether the request still needs somebody. */
export function isPending(status: CoordinationStatus): boolean {
  const open: readonly CoordinationStatus[] = openStatuses
  return open.includes(status)
}

/** What the rulebook is asked about for a request. */
export function subjectOfRequest(request: {
  countyId: string
  townshipId: string
  caseId: string
  departmentId: string | null
}): Subject {
  const { countyId, townshipId, caseId, departmentId } = request
  return { countyId, townshipId, caseId, addresseeId: departmentId }
}
