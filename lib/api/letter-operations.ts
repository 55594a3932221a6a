import { z } from 'zod'
import { raiseRequestInput } from '@/lib/coordination/schema'
import { listStates } from '@/lib/instructions/list-filter'
import { recordInstructionInput } from '@/lib/instructions/schema'
import { CoordinationStatus } from '@/prisma/generated/enums'
import { instructionView, requestView } from './letter-schemas'
import { listed, pageById, township } from './paging'
import type { Operation } from './serve'

const byId = z.object({ id: z.uuid() })
const made = z.object({ id: z.uuid() })
const within = { case: z.uuid().optional(), township: township.optional() }

/** Coordination requests of townships to the county, and written instructions of its leaders. */
export const letterOperations = {
  listRequests: {
    method: 'get',
    path: '/coordination',
    summary: 'Coordination requests in scope, also those sent to one’s organisation',
    query: z.strictObject({
      ...within,
      status: z.enum(CoordinationStatus).optional(),
      department: z.uuid().optional(),
      ...pageById,
    }),
    answer: listed(requestView),
  },
  readRequest: {
    method: 'get',
    path: '/coordination/{id}',
    summary: 'One coordination request',
    params: byId,
    answer: requestView,
  },
  raiseRequest: {
    method: 'post',
    path: '/coordination',
    summary: 'raise: asks the county for what a township cannot settle alone',
    body: raiseRequestInput,
    answer: made,
    status: 201,
  },
  listInstructions: {
    method: 'get',
    path: '/instructions',
    summary: 'Leaders’ instructions in scope, also those sent to one’s organisation',
    query: z.strictObject({
      ...within,
      state: z.enum(listStates).optional(),
      organisation: z.uuid().optional(),
      ...pageById,
    }),
    answer: listed(instructionView),
  },
  readInstruction: {
    method: 'get',
    path: '/instructions/{id}',
    summary: 'One instruction with what was done about it',
    params: byId,
    answer: instructionView,
  },
  recordInstruction: {
    method: 'post',
    path: '/instructions',
    summary: 'record: writes down what a county leader instructs on a case',
    body: recordInstructionInput,
    answer: made,
    status: 201,
  },
} as const satisfies Record<string, Operation>
