import type { Grant } from '@/lib/access/viewer-types'

/** Where an instruction stands: to be answered, returned to be answered again, answered. */
export const instructionStates = ['waiting', 'returned', 'answered'] as const
export type InstructionState = (typeof instructionStates)[number]

type Answered = { answeredOn: unknown; returns: number }

export function instructionState({ answeredOn, returns }: Answered): InstructionState {
  if (answeredOn) return 'answered'
  return returns > 0 ? 'returned' : 'waiting'
}

/**
 * Why an answer cannot be returned by this viewer, or null: there is none, the leader returns only
 * answers to what they wrote themselves (the county office any), and no one their own answer.
 */
export function returnRefused(
  row: Answered & { leaderId: string | null; answeredById: string | null },
  grant: Pick<Grant, 'role'>,
  selves: readonly string[],
): 'instructionNotAnswered' | 'notYourInstruction' | 'ownWork' | null {
  if (!row.answeredOn) return 'instructionNotAnswered'
  const own = row.leaderId !== null && selves.includes(row.leaderId)
  if (grant.role === 'COUNTY_LEADER' && !own) return 'notYourInstruction'
  return row.answeredById !== null && selves.includes(row.answeredById) ? 'ownWork' : null
}
