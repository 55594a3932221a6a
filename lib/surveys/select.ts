import type { Prisma } from '@/prisma/generated/client'

/** What every command on a round needs to know of it. */
export const workingSurvey = {
  ...{ id: true, countyId: true, townshipId: true, caseId: true, villageName: true },
  ...{ kind: true, number: true, state: true, questions: true, version: true },
  ...{ due: true, population: true, sampling: true, samplingNote: true },
  ...{ endsOn: true, issued: true, paperIssued: true },
} satisfies Prisma.SurveySelect

export type WorkingSurvey = Prisma.SurveyGetPayload<{ select: typeof workingSurvey }>

/** A line of the list and of a case's card. */
export const listedSurvey = {
  ...workingSurvey,
  ...{ openedOn: true, closedOn: true, publishedOn: true },
  result: {
    select: {
      ...{ due: true, present: true, issued: true, returned: true, valid: true, shown: true },
      ...{ votes: true, satisfied: true, dissatisfied: true, basicCounts: true, margin: true },
      ...{ published: true, ruleSetVersion: true },
    },
  },
} satisfies Prisma.SurveySelect

export type ListedSurvey = Prisma.SurveyGetPayload<{ select: typeof listedSurvey }>

/** A round's own page. */
export const wholeSurvey = {
  ...listedSurvey,
  ...{ openedByName: true, closedByName: true, publishedByName: true },
  result: {
    select: {
      ...listedSurvey.result.select,
      ...{ paper: true, differing: true, typedBy: true, tallies: true },
      ...{ countedBy: true, scrutinisedBy: true, ledBy: true },
    },
  },
} satisfies Prisma.SurveySelect

export const typedPaper = {
  ...{ number: true, pass: true, answers: true, wish: true, byId: true, byName: true },
} satisfies Prisma.PaperEntrySelect

/** What the gate looks at. */
export const countedSurvey = {
  ...{ kind: true, number: true, published: true, present: true, valid: true },
  ...{ votes: true, satisfied: true, dissatisfied: true },
} satisfies Prisma.SurveyResultSelect

/** What the closure form prints. */
export const printedSurvey = {
  ...{ kind: true, due: true, issued: true, returned: true, valid: true },
  ...{ votes: true, satisfied: true, tallies: true },
} satisfies Prisma.SurveyResultSelect
