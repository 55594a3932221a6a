import type { Viewer } from '@/lib/access/viewer-types'
import { addDays, type Day } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { castMany } from '@/lib/surveys/cast'
import { closeRound, publishRound } from '@/lib/surveys/close-commands'
import { openRound } from '@/lib/surveys/commands'
import { issueTokens } from '@/lib/surveys/issue-commands'
import { defaultQuestions } from '@/lib/surveys/rules'
import { closeSurveyInput, openSurveyInput } from '@/lib/surveys/schema'
import type { SurveyKind } from '@/prisma/generated/enums'
import { nameOf } from './case-at'
import { type World, worldDay } from './world'

type Round = { caseId: string; kind?: SurveyKind; due?: number; on?: Day }

/** A round as its form sends it; what a test cares about is given. */
export const roundOf = ({ caseId, kind = 'MEETING', due = 30, on = worldDay }: Round) =>
  openSurveyInput.parse({
    ...{ caseId, kind, due },
    questions: [...defaultQuestions],
    endsOn: addDays(on, 7),
  })

/** Opens a round and issues `due` tokens. */
export async function issuedRound(office: Viewer, round: Round) {
  const surveyId = await openRound(office, roundOf(round))
  const { tokens } = await issueTokens(office, {
    surveyId,
    issueId: newId(),
    channel: 'SLIPS',
    count: round.due ?? 30,
  })
  return { surveyId, tokens }
}

/** A ballot that ticks one answer throughout. */
export const all = (answer: number, wish = '') => ({
  answers: defaultQuestions.map(() => answer),
  wish,
})

/** The closing form of a round that nobody has touched since its tokens were issued. */
export const closingOf = (surveyId: string, change: object = {}) =>
  closeSurveyInput.parse({ surveyId, version: 2, present: 30, ...change })

/**
 * Both surveys of a village asked, answered by 30 people each (27 satisfied, 3 basically), closed and
 * published by the office: what the gate asks for.
 */
export async function carrySurveys(
  world: World,
  caseId: string,
  at: { village: string; on?: Day },
) {
  const { village, on = worldDay } = at
  const office = await world.viewer(nameOf(village, 'office'), on)
  for (const kind of ['MEETING', 'HOUSEHOLD'] as const) {
    const { surveyId, tokens } = await issuedRound(office, { caseId, kind, on })
    await castMany(tokens.map((token, index) => ({ token, ...all(index < 27 ? 1 : 2) })))
    await closeRound(office, closingOf(surveyId))
    await publishRound(office, { surveyId, version: 3 })
  }
}
