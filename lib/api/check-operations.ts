import { z } from 'zod'
import { enterFindingInput } from '@/lib/findings/schema'
import {
  answerMaterialInput,
  correctCheckInput,
  requestMaterialInput,
  submitCheckInput,
} from '@/lib/spot-checks/schema'
import { question } from '@/lib/spot-checks/sheet'
import {
  FindingGravity,
  FindingKind,
  FindingOrigin,
  FindingState,
  InspectionMethod,
  MaterialRequestState,
  SpotCheckConclusion,
  SpotCheckState,
} from '@/prisma/generated/enums'
import { township } from './paging'
import type { Operation } from './serve'

const day = z.iso.date()
const byId = z.object({ id: z.uuid() })
const stored = z.object({ id: z.uuid(), version: z.number().int() })
const paged = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.uuid().optional(),
}
const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

const listedCheck = z.object({
  id: z.uuid(),
  caseId: z.uuid().nullable(),
  township: z.string(),
  village: z.string(),
  method: z.enum(InspectionMethod),
  state: z.enum(SpotCheckState),
  dueOn: day,
  visitedOn: day.nullable(),
  submittedOn: day.nullable(),
  inspectors: z.array(z.string()),
  conclusion: z
    .enum(SpotCheckConclusion)
    .nullable()
    .meta({ description: 'Null before submission, and to whoever does not read reports.' }),
  findings: z.number().int(),
})

const finding = z.object({
  id: z.uuid(),
  caseId: z.uuid().nullable(),
  spotCheckId: z.uuid().nullable(),
  township: z.string(),
  village: z.string(),
  origin: z.enum(FindingOrigin),
  kind: z.enum(FindingKind),
  gravity: z.enum(FindingGravity),
  text: z.string(),
  evidence: z.string(),
  source: z.string(),
  measureId: z.uuid().nullable(),
  foundOn: day,
  sentOn: day.nullable(),
  state: z.enum(FindingState),
  settlement: z.string(),
  version: z.number().int(),
})

const materialRequest = z.object({
  id: z.uuid(),
  what: z.string(),
  gap: z.string(),
  state: z.enum(MaterialRequestState),
  requestedOn: day,
  answer: z.string(),
  version: z.number().int(),
})

const checkDetail = listedCheck.extend({
  sheet: z.array(question),
  reports: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      visitedOn: day,
      conclusion: z.enum(SpotCheckConclusion),
      answers: z.record(z.string(), z.union([z.string(), z.number()])),
      summary: z.string(),
      reason: z.string(),
      author: z.string(),
    }),
  ),
  found: z.array(finding),
  materials: z.array(materialRequest),
  maySubmit: z.boolean(),
  mayCorrect: z.boolean(),
  version: z.number().int(),
})

/** Spot checks and findings: the way by which a phone hands in what it kept without a network. */
export const checkOperations = {
  listSpotChecks: {
    method: 'get',
    path: '/spot-checks',
    summary: 'Spot checks in scope, the latest assigned first; undercover ones once submitted',
    query: z.strictObject({
      case: z.uuid().optional(),
      village: z.uuid().optional(),
      round: z.uuid().optional(),
      township: township.optional(),
      state: z.enum(SpotCheckState).optional(),
      method: z.enum(InspectionMethod).optional(),
      by: z.enum(['me']).optional(),
      ...paged,
    }),
    answer: pageOf(listedCheck),
  },
  readSpotCheck: {
    method: 'get',
    path: '/spot-checks/{id}',
    summary: 'One spot check with its sheet, reports, findings and requests for material',
    params: byId,
    answer: checkDetail,
  },
  submitSpotCheck: {
    method: 'post',
    path: '/spot-checks',
    summary:
      'Submits the report of a check under the UUID v7 its sender made: stored once, however often it is sent',
    body: submitCheckInput,
    answer: stored,
    status: 201,
  },
  correctSpotCheck: {
    method: 'post',
    path: '/spot-checks/{id}/correct',
    summary: 'Corrects a submitted report: the next version, with its reason',
    params: byId,
    body: correctCheckInput.omit({ spotCheckId: true }),
    answer: stored,
  },
  requestMaterial: {
    method: 'post',
    path: '/spot-checks/{id}/materials',
    summary: 'Asks the township for what the system does not hold; counts on the burden meter',
    params: byId,
    body: requestMaterialInput.omit({ spotCheckId: true }),
    answer: stored,
    status: 201,
  },
  answerMaterial: {
    method: 'post',
    path: '/materials/{id}/answer',
    summary: 'The township gives the material it was asked for',
    params: byId,
    body: answerMaterialInput.omit({ requestId: true }),
    answer: z.object({ id: z.uuid() }),
  },
  listFindings: {
    method: 'get',
    path: '/findings',
    summary: 'Findings in scope, the latest recorded first; to an organisation those sent to it',
    query: z.strictObject({
      case: z.uuid().optional(),
      village: z.uuid().optional(),
      check: z.uuid().optional(),
      township: township.optional(),
      origin: z.enum(FindingOrigin).optional(),
      kind: z.enum(FindingKind).optional(),
      gravity: z.enum(FindingGravity).optional(),
      state: z.enum(FindingState).optional(),
      ...paged,
    }),
    answer: pageOf(finding),
  },
  readFinding: {
    method: 'get',
    path: '/findings/{id}',
    summary: 'One finding',
    params: byId,
    answer: finding,
  },
  enterFinding: {
    method: 'post',
    path: '/findings',
    summary: 'Enters what a patrol, an audit, a petition or the city’s check found',
    body: enterFindingInput,
    answer: stored,
    status: 201,
  },
} as const satisfies Record<string, Operation>
