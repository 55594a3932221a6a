import { z } from 'zod'
import {
  acceptCommitmentInput,
  draftCommitmentInput,
  editCommitmentBody,
  evaluateCommitmentInput,
  publishCommitmentInput,
  reportCommitmentInput,
  returnCommitmentInput,
  withdrawCommitmentInput,
} from '@/lib/commitments/schema'
import {
  CommitmentLevel,
  CommitmentPosition,
  CommitmentResult,
  CommitmentStatus,
} from '@/prisma/generated/enums'
import { township } from './paging'
import type { Operation } from './serve'

const day = z.iso.date()
const byId = z.object({ id: z.uuid() })

const listedCommitment = z.object({
  id: z.uuid(),
  caseId: z.uuid().nullable().meta({ description: 'Null: of a village without a case.' }),
  village: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  township: z.string(),
  level: z.enum(CommitmentLevel),
  position: z.enum(CommitmentPosition),
  memberCount: z.number().int().nullable(),
  text: z.string(),
  dueOn: day,
  status: z.enum(CommitmentStatus),
  overdue: z.boolean(),
  result: z.enum(CommitmentResult).nullable(),
  publishedOn: day.nullable(),
  evaluatedOn: day.nullable(),
})

const commitmentDetail = listedCommitment.extend({
  yardstick: z.string(),
  personName: z.string(),
  problemIds: z.array(z.uuid()),
  measureIds: z.array(z.uuid()),
  enteredBy: z.string(),
  reviewNote: z.string(),
  evidence: z.string(),
  evidenceOn: day.nullable(),
  evaluation: z.string(),
  verbs: z.array(z.string()).meta({ description: 'What the caller may do with it now.' }),
  version: z.number().int(),
})

const stored = z.object({ id: z.uuid(), version: z.number().int() })
const on = { commitmentId: true } as const
const verb = <Body extends z.ZodType>(path: string, summary: string, body: Body) => ({
  method: 'post' as const,
  path: `/commitments/{id}/${path}`,
  summary,
  params: byId,
  body,
  answer: stored,
})

/** Commitments: drafted under an id of the sender's making, then the verbs of their way. */
export const commitmentOperations = {
  listCommitments: {
    method: 'get',
    path: '/commitments',
    summary: 'Commitments in scope, the newest first',
    query: z.strictObject({
      case: z.uuid().optional(),
      village: z.uuid().optional(),
      township: township.optional(),
      level: z.enum(CommitmentLevel).optional(),
      state: z.enum(CommitmentStatus).optional(),
      due: z.enum(['overdue', 'open']).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      cursor: z.string().max(100).optional(),
    }),
    answer: z.object({ items: z.array(listedCommitment), nextCursor: z.string().nullable() }),
  },
  readCommitment: {
    method: 'get',
    path: '/commitments/{id}',
    summary: 'One commitment',
    params: byId,
    answer: commitmentDetail,
  },
  draftCommitment: {
    method: 'post',
    path: '/commitments',
    summary:
      'Hands in a commitment under the UUID v7 its sender made: stored once, however often it is sent',
    body: draftCommitmentInput,
    answer: stored,
    status: 201,
  },
  editCommitment: {
    method: 'post',
    path: '/commitments/{id}/edit',
    summary: 'Corrects a draft and hands it in again; the body is the whole commitment',
    params: byId,
    body: editCommitmentBody,
    answer: stored,
  },
  acceptCommitment: verb(
    'accept',
    'The level above accepts a draft',
    acceptCommitmentInput.omit(on),
  ),
  returnCommitment: verb(
    'return',
    'The level above returns a draft, with a reason',
    returnCommitmentInput.omit(on),
  ),
  publishCommitment: verb(
    'publish',
    'Publishes it: from now on it is frozen',
    publishCommitmentInput.omit(on),
  ),
  withdrawCommitment: verb(
    'withdraw',
    'Takes it back before its publication, with a reason',
    withdrawCommitmentInput.omit(on),
  ),
  reportCommitment: verb(
    'report',
    'Reports what was done, with the day',
    reportCommitmentInput.omit(on),
  ),
  evaluateCommitment: verb(
    'evaluate',
    'The level above says whether it was kept, with a reason',
    evaluateCommitmentInput.omit(on),
  ),
} as const satisfies Record<string, Operation>
