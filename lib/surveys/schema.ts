import { z } from 'zod'
import { SurveyKind, SurveySampling, TokenChannel } from '@/prisma/generated/enums'
import { namesTheLabel } from './rules'

const count = (least: number) => z.coerce.number().int().min(least).max(100_000)
const name = z.string().trim().max(50).default('')
const onSurvey = { surveyId: z.uuid(), version: z.coerce.number().int().positive() }

/** Lines left empty fall away; the last one that stays is the overall judgement. */
const questions = z
  .array(z.string().trim().max(60, 'tooLong'))
  .transform((lines) => lines.filter(Boolean))
  .pipe(
    z
      .array(z.string().refine((line) => !namesTheLabel(line), 'labelOnBallot'))
      .min(1, 'required')
      .max(10)
      .refine((lines) => new Set(lines).size === lines.length, 'questionRepeated'),
  )

const setUp = {
  questions,
  due: count(1),
  sampling: z.enum(SurveySampling).default('ALL'),
  population: z.preprocess((value) => (value === '' ? undefined : value), count(1).optional()),
  samplingNote: z.string().trim().max(10_000).default(''),
  endsOn: z.iso.date(),
}

type SetUp = { due: number; sampling: SurveySampling; population?: number; samplingNote: string }

/** Households drawn at random say out of how many; chosen ones say why. */
function checkSampling(given: SetUp, context: z.RefinementCtx) {
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  if (given.sampling === 'RANDOM' && given.population === undefined) {
    refuse('population', 'required')
  }
  if (given.population !== undefined && given.population < given.due) {
    refuse('population', 'fewerThanDue')
  }
  if (given.sampling === 'CHOSEN' && given.samplingNote === '') refuse('samplingNote', 'required')
}

export const openSurveyInput = z
  .object({ caseId: z.uuid(), kind: z.enum(SurveyKind), ...setUp })
  .superRefine(checkSampling)

export const changeSurveyInput = z.object({ ...onSurvey, ...setUp }).superRefine(checkSampling)

export const mostTokens = 2_000

export const issueTokensInput = z.object({
  surveyId: z.uuid(),
  /** Made by the form: sent twice, the tokens are issued once. */
  issueId: z.uuid(),
  channel: z.enum(TokenChannel),
  count: z.coerce.number().int().min(1).max(mostTokens),
})

export const voidIssueInput = z.object({
  surveyId: z.uuid(),
  issueId: z.uuid(),
  reason: z.string().trim().min(1, 'required').max(10_000),
})

const ballot = {
  /** By question: 1–4, 0 nothing ticked, 9 more than one. */
  answers: z.array(
    z.coerce
      .number()
      .int()
      .refine((answer) => [0, 1, 2, 3, 4, 9].includes(answer)),
  ),
  wish: z.string().trim().max(1_000, 'tooLong').default(''),
}

export const typePaperInput = z.object({ surveyId: z.uuid(), number: count(1), ...ballot })

export const closeSurveyInput = z.object({
  ...onSurvey,
  present: z.preprocess((value) => (value === '' ? undefined : value), count(0).optional()),
  paperIssued: count(0).default(0),
  countedBy: name,
  scrutinisedBy: name,
  ledBy: name,
})

export const publishSurveyInput = z.object(onSurvey)
