import type { Day } from '@/lib/dates'

/** Spot checks, what they found and what they asked for. All but the check itself and requests are 内部. */
export type CheckEvents = {
  spotCheckAssigned: {
    spotCheckId: string
    village: string
    method: string
    inspectors: string[]
    dueOn: Day
  }
  spotCheckReassigned: {
    spotCheckId: string
    village: string
    inspectors: string[]
    reason: string
  }
  spotCheckCancelled: { spotCheckId: string; village: string; reason: string }
  spotCheckRecused: { spotCheckId: string; village: string; inspector: string; reason: string }
  spotCheckSubmitted: { spotCheckId: string; method: string; inspectors: string[] }
  spotCheckCorrected: { spotCheckId: string; number: number; reason: string }
  findingRecorded: FindingTold & { text: string }
  findingWithdrawn: FindingTold & { reason: string }
  findingSent: FindingTold & { to: string[] }
  findingSettled: FindingTold & { upheld: boolean; reason: string }
  materialRequested: { requestId: string; what: string; gap: string }
  materialAnswered: { requestId: string; what: string; text: string }
  materialWithdrawn: { requestId: string; what: string; reason: string }
}

/** Which finding an event tells of. */
type FindingTold = { findingId: string; origin: string; finding: string; gravity: string }
