import { z } from 'zod'
import { optionalCount, optionalDay, presentAmongDue, title } from './fields'

/**
 * 四议: 党支部提议 · 村“两委”会商议 · 党员大会审议 · 村民代表会议（村民会议）决议. The day of the last
 * is the day of the record.
 */
export const discussionSteps = ['branch', 'committees', 'members', 'representatives'] as const
export type DiscussionStep = (typeof discussionSteps)[number]

const counts = { due: optionalCount, present: optionalCount, votes: optionalCount }
const blankAsNone = (value: unknown) => value ?? {}

function votesAmongPresent(
  given: { due?: number; present?: number; votes?: number },
  context: z.core.$RefinementCtx,
) {
  presentAmongDue(given, context)
  const { present, votes } = given
  if (present !== undefined && votes !== undefined && votes > present) {
    context.addIssue({ code: 'custom', path: ['votes'], message: 'votesAbovePresent' })
  }
}

const step = z.preprocess(
  blankAsNone,
  z.object({ day: z.iso.date(), ...counts }).superRefine(votesAmongPresent),
)

/** 四议两公开: what was decided, the four steps, and the two disclosures. */
export const discussion = z.object({
  matter: title,
  branch: step,
  committees: step,
  members: step,
  representatives: z.preprocess(blankAsNone, z.object(counts).superRefine(votesAmongPresent)),
  /** 决议公开, and later 实施结果公开. */
  decisionPublishedOn: optionalDay,
  resultPublishedOn: optionalDay,
})

export type Discussion = z.output<typeof discussion>
