'use server'
import { action } from '@/lib/action'
import { closeRound, publishRound } from '@/lib/surveys/close-commands'
import { changeRound, openRound } from '@/lib/surveys/commands'
import { voidIssue } from '@/lib/surveys/issue-commands'
import { settlePaper, typePaper } from '@/lib/surveys/paper-commands'
import {
  changeSurveyInput,
  closeSurveyInput,
  openSurveyInput,
  publishSurveyInput,
  typePaperInput,
  voidIssueInput,
} from '@/lib/surveys/schema'

const permission = 'survey.run'
const to = (surveyId: string) => `/surveys/${surveyId}`

export const open = action({
  ...{ schema: openSurveyInput, permission, run: openRound },
  done: (surveyId) => ({ to: to(surveyId), say: { code: 'surveys.done.open' } }),
})

export const change = action({
  ...{ schema: changeSurveyInput, permission, run: changeRound },
  done: (_, { surveyId }) => ({ to: to(surveyId), say: { code: 'surveys.done.change' } }),
})

export const voidLot = action({
  ...{ schema: voidIssueInput, permission, run: voidIssue },
  done: (_, { surveyId }) => ({ to: to(surveyId), say: { code: 'surveys.done.void' } }),
})

export const type = action({
  ...{ schema: typePaperInput, permission, run: typePaper },
  done: ({ differs }, { surveyId, number }) => ({
    to: `${to(surveyId)}/paper`,
    say: { code: differs ? 'surveys.done.differs' : 'surveys.done.typed', params: { number } },
  }),
})

export const settle = action({
  ...{ schema: typePaperInput, permission, run: settlePaper },
  done: (_, { surveyId, number }) => ({
    to: `${to(surveyId)}/paper`,
    say: { code: 'surveys.done.settled', params: { number } },
  }),
})

export const close = action({
  ...{ schema: closeSurveyInput, permission, run: closeRound },
  done: (_, { surveyId }) => ({ to: to(surveyId), say: { code: 'surveys.done.close' } }),
})

export const publish = action({
  ...{ schema: publishSurveyInput, permission, run: publishRound },
  done: (_, { surveyId }) => ({ to: to(surveyId), say: { code: 'surveys.done.publish' } }),
})
