import { z } from 'zod'
import { moves } from '@/lib/plans/moves'
import { projectResult } from '@/lib/records/details'
import {
  addRecordInput,
  addResultInput,
  editRecordBody,
  withdrawRecordInput,
} from '@/lib/records/schema'
import { RecordKind, Role } from '@/prisma/generated/enums'
import { township } from './paging'
import type { Operation } from './serve'

const day = z.iso.date()
const byId = z.object({ id: z.uuid() })
const kind = z.enum(RecordKind)
const move = z.enum(moves)

const listedRecord = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  village: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
  township: z.string(),
  move,
  kind,
  day,
  enteredOn: day,
  late: z.boolean().meta({ description: 'Entered more than three days after it happened (补录).' }),
  text: z.string(),
  detail: z.record(z.string(), z.unknown()).meta({
    description: 'The typed fields of the kind, as in the body of `POST /records`.',
  }),
  author: z.string(),
  organisation: z.string(),
  role: z.enum(Role),
  withdrawnOn: day.nullable(),
})

const recordDetail = listedRecord.extend({
  enteredAt: z.iso.datetime(),
  problemIds: z.array(z.uuid()),
  measureIds: z.array(z.uuid()),
  results: z.array(
    z.object({
      ...projectResult.shape,
      income: z.number().optional(),
      households: z.number().optional(),
      addedOn: day,
      byName: z.string(),
    }),
  ),
  withdrawReason: z.string(),
  mayChange: z.boolean(),
  mayWithdraw: z.boolean(),
  version: z.number().int(),
})

const stored = z.object({ id: z.uuid(), version: z.number().int() })
const onRecord = { recordId: true } as const

/** Work records of the five moves; a phone hands in what it kept the same way as visits. */
export const recordOperations = {
  listRecords: {
    method: 'get',
    path: '/records',
    summary: 'Work records of the cases in scope, the latest first',
    query: z.strictObject({
      case: z.uuid().optional(),
      village: z.uuid().optional(),
      township: township.optional(),
      move: move.optional(),
      kind: kind.optional(),
      q: z.string().min(1).max(100).optional(),
      author: z.enum(['me']).optional(),
      from: day.optional(),
      to: day.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      cursor: z.string().max(100).optional(),
    }),
    answer: z.object({ items: z.array(listedRecord), nextCursor: z.string().nullable() }),
  },
  readRecord: {
    method: 'get',
    path: '/records/{id}',
    summary: 'One work record',
    params: byId,
    answer: recordDetail,
  },
  addRecord: {
    method: 'post',
    path: '/records',
    summary:
      'Logs a work record under the UUID v7 its sender made: stored once, however often it is sent',
    body: addRecordInput,
    answer: stored,
    status: 201,
  },
  editRecord: {
    method: 'post',
    path: '/records/{id}/edit',
    summary:
      'The author corrects a record; the body is the whole record with the `version` last seen',
    params: byId,
    body: editRecordBody,
    answer: stored,
  },
  withdrawRecord: {
    method: 'post',
    path: '/records/{id}/withdraw',
    summary: 'The author withdraws a record, with a reason',
    params: byId,
    body: withdrawRecordInput.omit(onRecord),
    answer: stored,
  },
  addResult: {
    method: 'post',
    path: '/records/{id}/results',
    summary: 'What a project came to in a year, also after the case is closed',
    params: byId,
    body: addResultInput.omit(onRecord),
    answer: stored,
  },
} as const satisfies Record<string, Operation>
