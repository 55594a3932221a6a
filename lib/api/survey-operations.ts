import { z } from 'zod'
import { SurveyKind } from '@/prisma/generated/enums'
import { listed, pageById, township } from './paging'
import type { Operation } from './serve'

const count = z.number().int()
const percent = z.number().nullable()

const surveyResult = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  village: z.string(),
  kind: z.enum(SurveyKind),
  number: count.meta({ description: 'Which round of its kind on the case.' }),
  closedOn: z.iso.date(),
  published: z.boolean(),
  due: count,
  present: count.nullable(),
  issued: count,
  returned: count,
  valid: count,
  answers: z
    .array(
      z.object({
        question: z.string(),
        satisfied: count,
        basic: count,
        dissatisfied: count,
        unknown: count,
        blank: count,
        spoiled: count,
      }),
    )
    .meta({ description: 'By question; the last one is the overall judgement.' }),
  satisfiedPercent: percent,
  dissatisfiedPercent: percent,
  basicCounts: z.boolean().meta({ description: 'Whether 基本满意 counts as satisfied.' }),
  marginOfError: z.number().nullable().meta({
    description: 'Half of a 95 % interval in points; for households drawn at random only.',
  }),
  ruleSetVersion: count,
})

/** Figures of closed surveys; single ballots are in no answer. */
export const surveyOperations = {
  listSurveyResults: {
    method: 'get',
    path: '/survey-results',
    summary:
      'Results of opinion surveys: published ones, for the county office also those not published yet; none under ten ballots',
    query: z.strictObject({
      case: z.uuid().optional(),
      kind: z.enum(SurveyKind).optional(),
      township: township.optional(),
      ...pageById,
    }),
    answer: listed(surveyResult),
  },
  readSurveyResult: {
    method: 'get',
    path: '/survey-results/{id}',
    summary: 'One result, by the id of its round',
    params: z.object({ id: z.uuid() }),
    answer: surveyResult,
  },
} as const satisfies Record<string, Operation>
