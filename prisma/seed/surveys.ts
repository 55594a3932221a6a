import { addDays, type Day } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { castMany } from '@/lib/surveys/cast'
import { closeRound, publishRound } from '@/lib/surveys/close-commands'
import { openRound } from '@/lib/surveys/commands'
import { issueTokens } from '@/lib/surveys/issue-commands'
import { defaultQuestions } from '@/lib/surveys/rules'
import { closeSurveyInput, openSurveyInput } from '@/lib/surveys/schema'
import type { SurveyKind } from '@/prisma/generated/enums'
import { as, officeOf, type Telling } from './context'
import type { CaseScript } from './listing'
import { inventedName } from './people'

/** What people wished for; invented. */
const wishes = [
  '把进屯的路修到晒场',
  '多装几盏路灯',
  '夏天用水要有保障',
  '账目贴得再清楚一些',
  '请技术员多来讲果树管护',
  '赶圩日加一趟班车',
]

type Round = { caseId: string; kind: SurveyKind; on: Day; number: number }

async function ask(telling: Telling, { caseId, kind, on, number }: Round) {
  const due = kind === 'MEETING' ? 26 + (number % 9) : 36 + (number % 11)
  const office = await as(telling, officeOf(telling), on)
  const surveyId = await openRound(
    office,
    openSurveyInput.parse({
      ...{ caseId, kind, due, questions: [...defaultQuestions], endsOn: addDays(on, 7) },
      ...(kind === 'HOUSEHOLD' && {
        sampling: 'RANDOM',
        population: 280 + ((number * 37) % 300),
        samplingNote: '按户籍花名册等距抽取。',
      }),
    }),
  )
  const issue = { surveyId, issueId: newId(), channel: 'SLIPS', count: due } as const
  const { tokens } = await issueTokens(office, issue)
  return { office, surveyId, due, tokens }
}

/** The ballots of a village that has turned for the better: nearly everybody is satisfied. */
const ballots = (tokens: readonly string[], number: number) =>
  tokens.map((token, voter) => ({
    token,
    answers: defaultQuestions.map((_, question) => {
      const mood = (voter * 7 + question * 3 + number) % 40
      if (mood === 0) return 3
      if (mood === 1) return 4
      return mood < 9 ? 2 : 1
    }),
    wish: (voter + number) % 9 === 0 ? (wishes[(voter + number) % wishes.length] ?? '') : '',
  }))

/**
 * Before the county accepts: the meeting appraisal and the household survey, counted and published.
 * Where acceptance is still under way, the households are being asked.
 */
export async function tellSurveys(
  telling: Telling,
  { number }: CaseScript,
  caseId: string,
  { on, closed }: { on: Day; closed: boolean },
) {
  for (const kind of ['MEETING', 'HOUSEHOLD'] as const) {
    const { office, surveyId, due, tokens } = await ask(telling, { caseId, kind, on, number })
    const returned = tokens.slice(0, closed || kind === 'MEETING' ? due - 1 - (number % 3) : 14)
    await castMany(ballots(returned, number))
    if (kind === 'HOUSEHOLD' && !closed) continue
    await closeRound(
      office,
      closeSurveyInput.parse({
        ...{ surveyId, version: 2, ...(kind === 'MEETING' && { present: due - (number % 2) }) },
        countedBy: inventedName(810 + number),
        scrutinisedBy: inventedName(850 + number),
        ledBy: office.name,
      }),
    )
    await publishRound(office, { surveyId, version: 3 })
  }
}
