import type { Day } from '@/lib/dates'
import type { DecisionInput } from '@/lib/decisions/schema'
import { InvalidInput } from '@/lib/errors'

/** A decision cannot be recorded before the meeting was held. */
export function refuseFutureDecision(decision: DecisionInput, today: Day): void {
  if (decision.decidedOn > today) {
    throw new InvalidInput([{ field: 'decision.decidedOn', code: 'dateInFuture' }])
  }
}

/** A decision in one line, as an event keeps it: body, date, document number. */
export function decisionWords({ body, decidedOn, documentNo }: DecisionInput): string {
  return [body, decidedOn, documentNo].filter(Boolean).join(' ')
}
