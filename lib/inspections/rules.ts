import type { RoundScope, RoundState } from '@/prisma/generated/enums'

/**
 * What may be done with a round in which state. Method, scope and sheet stand once the first check is
 * assigned; a round ends when none of its checks is still to come.
 */
export const roundSteps = {
  change: ['PLANNED'],
  freeze: ['PLANNED', 'UNDERWAY'],
  pick: ['PLANNED', 'UNDERWAY'],
  end: ['UNDERWAY'],
  cancel: ['PLANNED'],
  publish: ['ENDED', 'CANCELLED'],
} as const satisfies Record<string, readonly RoundState[]>

export type RoundStep = keyof typeof roundSteps

/** Whether a round in this state knows the step. */
export function knowsRoundStep(step: RoundStep, state: RoundState): boolean {
  const states: readonly RoundState[] = roundSteps[step]
  return states.includes(state)
}

/** Whether the lists of a round would tell which villages are listed for rectification. */
export const tellsCases = (scope: RoundScope, lots: readonly number[]) =>
  scope !== 'EVERY_VILLAGE' || lots.some((held) => held !== 1)
