import { z } from 'zod'
import { visitRoles } from '@/lib/visits/list-filter'
import {
  editVisitBody,
  finishVisitTaskInput,
  logVisitInput,
  withdrawVisitInput,
} from '@/lib/visits/schema'
import { ContactKind, Role } from '@/prisma/generated/enums'
import { township } from './paging'
import type { Operation } from './serve'

const day = z.iso.date()
const byId = z.object({ id: z.uuid() })
const numbered = z.object({ id: z.uuid(), number: z.number().int(), title: z.string() })

const listedVisit = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  village: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
  township: z.string(),
  kind: z.enum(ContactKind),
  day,
  enteredOn: day,
  late: z.boolean().meta({ description: 'Entered more than three days after it happened (补录).' }),
  found: z.string(),
  settled: z.string(),
  task: z.string(),
  taskPerson: z.string(),
  taskDueOn: day.nullable(),
  taskDoneOn: day.nullable(),
  met: z.string(),
  metCount: z.number().int().nullable(),
  author: z.string(),
  organisation: z.string(),
  role: z.enum(Role),
  withdrawnOn: day.nullable(),
})

const visitDetail = listedVisit.extend({
  enteredAt: z.iso.datetime(),
  companionIds: z.array(z.uuid()),
  companions: z.string(),
  problemIds: z.array(z.uuid()),
  measureIds: z.array(z.uuid()),
  taskDoneBy: z.string(),
  taskResult: z.string(),
  withdrawReason: z.string(),
  mayChange: z.boolean(),
  version: z.number().int(),
})

const stored = z.object({ id: z.uuid(), version: z.number().int() })
const onVisit = { visitId: true } as const

/** Visits: the way by which a phone hands in what it kept without a network. */
export const visitOperations = {
  listVisits: {
    method: 'get',
    path: '/visits',
    summary: 'Visits of the cases in scope, the latest first',
    query: z.strictObject({
      case: z.uuid().optional(),
      village: z.uuid().optional(),
      township: township.optional(),
      kind: z.enum(ContactKind).optional(),
      role: z.enum(visitRoles).optional(),
      author: z.enum(['me']).optional(),
      state: z.enum(['task']).optional(),
      from: day.optional(),
      to: day.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      cursor: z.string().max(100).optional(),
    }),
    answer: z.object({ items: z.array(listedVisit), nextCursor: z.string().nullable() }),
  },
  visitOptions: {
    method: 'get',
    path: '/visits/options',
    summary: 'What the form of a visit offers: villages with problems and measures, colleagues',
    answer: z.object({
      today: day,
      cases: z.array(
        z.object({
          id: z.uuid(),
          village: z.object({ id: z.uuid(), name: z.string() }),
          problems: z.array(numbered),
          measures: z.array(numbered),
        }),
      ),
      colleagues: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
  },
  readVisit: {
    method: 'get',
    path: '/visits/{id}',
    summary: 'One visit',
    params: byId,
    answer: visitDetail,
  },
  logVisit: {
    method: 'post',
    path: '/visits',
    summary:
      'Logs a visit under the UUID v7 its sender made: stored once, however often it is sent',
    body: logVisitInput,
    answer: stored,
    status: 201,
  },
  editVisit: {
    method: 'post',
    path: '/visits/{id}/edit',
    summary:
      'The author corrects a visit; the body is the whole visit with the `version` last seen',
    params: byId,
    body: editVisitBody,
    answer: stored,
  },
  withdrawVisit: {
    method: 'post',
    path: '/visits/{id}/withdraw',
    summary: 'The author takes a visit back, with a reason',
    params: byId,
    body: withdrawVisitInput.omit(onVisit),
    answer: stored,
  },
  finishVisitTask: {
    method: 'post',
    path: '/visits/{id}/finish-task',
    summary: 'What a visit left to do is done',
    params: byId,
    body: finishVisitTaskInput.omit(onVisit),
    answer: stored,
  },
} as const satisfies Record<string, Operation>
