import type { z } from 'zod'
import type { EventKind } from '@/lib/audit/events'
import { draftCommitmentInput, reportCommitmentInput } from '@/lib/commitments/schema'
import { answerRequestInput, raiseRequestInput } from '@/lib/coordination/schema'
import { askExtensionInput } from '@/lib/extensions/schema'
import { recordFollowUpInput } from '@/lib/follow-ups/schema'
import { answerInstructionInput } from '@/lib/instructions/schema'
import { addProgressInput, finishMeasureInput } from '@/lib/measures/schema'
import { planLineInput } from '@/lib/plans/schema'
import { addProblemInput, solveProblemInput } from '@/lib/problems/schema'
import { enterResidenceInput } from '@/lib/residence/schema'
import { logVisitInput } from '@/lib/visits/schema'

/** What a form carries along without asking for it. */
const carried = /^(id|version|.+Version|.+Id|measureIds|problemIds|companionIds)$/

/** The boxes of a form: everything its schema takes that a person fills in. */
const boxes = (schema: z.ZodType & { shape: object }): number =>
  Object.keys(schema.shape).filter((field) => !carried.test(field)).length

/** The fields of a work record outside those typed by its kind, which vary. */
const recordBoxes = 3
/** Texts of a plan besides its measures. */
const planTexts = 6

/**
 * How many fields stood on the form behind an event, counted from the schema of that form: what
 * was asked of whoever entered it. An event without an entry was no form to fill in.
 */
const perEvent = {
  visitLogged: boxes(logVisitInput),
  recordLogged: recordBoxes,
  progressAdded: boxes(addProgressInput),
  measureDone: boxes(finishMeasureInput),
  extensionAsked: boxes(askExtensionInput),
  problemAdded: boxes(addProblemInput),
  problemSolved: boxes(solveProblemInput),
  commitmentDrafted: boxes(draftCommitmentInput),
  commitmentCarriedOut: boxes(reportCommitmentInput),
  coordinationRaised: boxes(raiseRequestInput),
  coordinationAnswered: boxes(answerRequestInput),
  instructionAnswered: boxes(answerInstructionInput),
  followUpRecorded: boxes(recordFollowUpInput),
  residenceEntered: boxes(enterResidenceInput),
  attachmentAdded: 1,
  planSubmitted: planTexts,
  materialAnswered: 1,
} as const satisfies Partial<Record<EventKind, number>>

export const askingKinds = Object.keys(perEvent)

/** Fields asked by so many events of a kind; a plan asks for each of its measures too. */
export function fieldsAsked(kind: string, events: number, measures = 0): number {
  const each = kind in perEvent ? perEvent[kind as keyof typeof perEvent] : 0
  return each * events + measures * boxes(planLineInput)
}
