import { roleOfSlot, type Slot } from '@/lib/assignments/rules'
import type { Role } from '@/prisma/generated/enums'

/** What somebody holds, by the group for which a successor is chosen. */
export const handoverGroups = ['slots', 'measures', 'tasks', 'seats'] as const
export type HandoverGroup = (typeof handoverGroups)[number]

/** Why something cannot be moved now; keys of the messages namespace `handover.blocked`. */
export type Obstacle = 'casePaused' | 'planUnderReview' | 'elsewhere'

/** The same as codes of errors. */
export const obstacleCodes: Record<Obstacle, string> = {
  casePaused: 'handoverCasePaused',
  planUnderReview: 'handoverPlanUnderReview',
  elsewhere: 'handoverElsewhere',
}

/** An appointment somebody leaves; `only` when it is their last one in force. */
export type Leaving = {
  userId: string
  name: string
  role: Role
  organisationId: string
  only: boolean
}

/** Whether what somebody holds goes with the appointment they leave, or stays with another one. */
export function goesWith(
  leaving: Leaving,
  held: { slot?: Slot; organisationId: string | null },
): boolean {
  if (leaving.only) return true
  if (held.slot && roleOfSlot[held.slot] !== leaving.role) return false
  return (
    held.organisationId === leaving.organisationId ||
    (held.slot !== undefined && held.organisationId === null)
  )
}

/** Whether somebody without an account may follow: a linked leader always has one. */
export function mayBeNamed(leaving: Pick<Leaving, 'role'>): boolean {
  return leaving.role !== 'COUNTY_LEADER'
}

export type Successor = { userId: string | null; name: string; post: string }

type Chosen = { userId?: string; name?: string; post?: string }

/** Who follows in a group: whoever is chosen for it, else the one chosen for all. */
export function chosenFor(
  group: HandoverGroup,
  { all, groups }: { all: Chosen; groups: Partial<Record<HandoverGroup, Chosen>> },
): { chosen: Chosen; field: string } {
  const own = groups[group]
  return own && (own.userId || own.name)
    ? { chosen: own, field: `groups.${group}` }
    : { chosen: all, field: 'all' }
}
