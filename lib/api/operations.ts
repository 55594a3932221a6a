import { z } from 'zod'
import { proposeInput } from '@/lib/cases/schema'
import { bundle } from '@/lib/offline/bundle-schema'
import { searchText } from '@/lib/storable'
import { Stage } from '@/prisma/generated/enums'
import { appraisalOperations } from './appraisal-operations'
import { attachmentOperations } from './attachment-operations'
import { checkOperations } from './check-operations'
import { commitmentOperations } from './commitment-operations'
import { letterOperations } from './letter-operations'
import { noticeOperations } from './notice-operations'
import { listed, page, township } from './paging'
import { partOperations } from './part-operations'
import { recordOperations } from './record-operations'
import { reminderOperations } from './reminder-operations'
import { roundOperations } from './round-operations'
import type { Operation } from './serve'
import { surveyOperations } from './survey-operations'
import { visitOperations } from './visit-operations'

const stage = z.enum(Stage)
const place = z.object({ code: z.string(), name: z.string() })
const day = z.iso.date()
const colour = z.enum(['green', 'yellow', 'red', 'grey'])
const light = z
  .object({ colour, reason: z.string(), text: z.string() })
  .meta({ description: 'Colour today, why as a code, and the sentence in the language asked for.' })
const listedCase = z.object({
  id: z.uuid(),
  village: place,
  township: place,
  batch: z.object({ id: z.uuid(), number: z.number().int(), name: z.string() }).nullable(),
  stage,
  light,
  version: z.number().int(),
})

const caseDetail = listedCase.extend({
  origin: z.enum(['REGULAR', 'HISTORICAL']),
  paused: z.boolean(),
  stageSince: day,
  proposedOn: day,
  confirmedOn: day.nullable(),
  planApprovedOn: day.nullable(),
  consolidationUntil: day.nullable(),
  closedOn: day.nullable(),
  previousCaseId: z.uuid().nullable(),
  problems: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      kind: z.string(),
      category: z.enum(['PARALYSED', 'STALLED', 'SOFT', 'WEAK']),
      title: z.string(),
      status: z.enum(['OPEN', 'SOLVED', 'VERIFIED']),
      version: z.number().int(),
    }),
  ),
  measures: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      move: z.enum(['RESPONSIBILITY', 'TEAM', 'SERVICE', 'PURPOSE', 'MECHANISM']),
      title: z.string(),
      organisation: z.string(),
      person: z.string(),
      dueOn: day,
      percent: z.number().int(),
      status: z.enum(['OPEN', 'DONE', 'CANCELLED']),
      version: z.number().int(),
    }),
  ),
  assignments: z.array(
    z.object({
      slot: z.string(),
      organisation: z.string().nullable(),
      person: z.string(),
      post: z.string(),
      fromOn: day,
    }),
  ),
})

const event = z.object({
  id: z.uuid(),
  seq: z.number().int(),
  at: z.iso.datetime(),
  occurredOn: day,
  kind: z.string(),
  origin: z.enum(['USER', 'IMPORT', 'SYSTEM']),
  actor: z.object({ name: z.string(), role: z.string(), organisation: z.string() }),
  text: z.string(),
  details: z.record(z.string(), z.unknown()),
  prevHash: z.string(),
  hash: z.string(),
})

const hits = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), more: z.boolean() })
const named = z.object({ id: z.uuid(), name: z.string() })

const found = z.object({
  text: z.string().meta({ description: 'What was looked for, trimmed; at most 40 characters.' }),
  shortened: z.boolean(),
  cases: hits(listedCase),
  villages: hits(named.extend({ code: z.string(), township: place })),
  batches: hits(named.extend({ number: z.number().int(), year: z.number().int() })),
  organisations: hits(named),
  people: hits(named.extend({ account: z.string(), post: z.string() })),
})

const caseId = z.object({ id: z.uuid() })

/** Every operation of `/api/v1`: its route serves it, `/api/v1/openapi.json` describes it. */
export const operations = {
  me: {
    method: 'get',
    path: '/me',
    summary: 'Who is signed in: account, county, appointments in force and permissions',
    answer: z.object({
      account: z.string(),
      name: z.string(),
      county: place,
      appointments: z.array(
        z.object({
          role: z.string(),
          organisation: z.object({ id: z.uuid(), name: z.string() }),
          township: z.string().nullable(),
          standsInFor: z.string().nullable(),
        }),
      ),
      permissions: z.array(z.string()),
    }),
  },
  listBatches: {
    method: 'get',
    path: '/batches',
    summary: 'Batches of the county with totals over the cases in scope; candidates never count',
    answer: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          number: z.number().int(),
          name: z.string(),
          year: z.number().int(),
          total: z.number().int(),
          transformed: z.number().int(),
          byStage: z.record(stage, z.number().int()),
        }),
      ),
    }),
  },
  listCases: {
    method: 'get',
    path: '/cases',
    summary: 'Cases in scope, filtered, by pages',
    query: z.strictObject({
      batch: z.uuid().optional(),
      township: township.optional(),
      stage: stage.optional(),
      light: colour.optional(),
      q: searchText(50).optional(),
      ...page,
    }),
    answer: listed(listedCase),
  },
  readCase: {
    method: 'get',
    path: '/cases/{id}',
    summary: 'One case with its problems, measures and responsible people',
    params: caseId,
    answer: caseDetail,
  },
  listEvents: {
    method: 'get',
    path: '/cases/{id}/events',
    summary: 'The timeline of a case with its hash chain',
    params: caseId,
    query: z.strictObject({ ...page, cursor: z.coerce.number().int().positive().optional() }),
    answer: listed(event),
  },
  listVillages: {
    method: 'get',
    path: '/villages',
    summary: 'The directory of the county',
    query: z.strictObject({
      township: township.optional(),
      q: searchText(40).optional(),
      ...page,
      cursor: z
        .string()
        .regex(/^\d{12}$/)
        .optional(),
    }),
    answer: listed(
      z.object({
        id: z.uuid(),
        code: z.string(),
        name: z.string(),
        kind: z.enum(['VILLAGE', 'COMMUNITY']),
        township: place,
      }),
    ),
  },
  readBundle: {
    method: 'get',
    path: '/offline',
    summary: 'What a phone keeps to work without a network: the cases under way in scope',
    answer: bundle,
  },
  ...partOperations,
  ...visitOperations,
  ...recordOperations,
  ...commitmentOperations,
  ...attachmentOperations,
  ...letterOperations,
  ...appraisalOperations,
  ...noticeOperations,
  ...checkOperations,
  ...roundOperations,
  ...surveyOperations,
  ...reminderOperations,
  search: {
    method: 'get',
    path: '/search',
    summary: 'Whatever is named so in scope, by characters, pinyin or initials',
    query: z.strictObject({ q: z.string().min(1).max(500) }),
    answer: found,
  },
  propose: {
    method: 'post',
    path: '/cases',
    summary: 'propose: puts a village forward as a candidate',
    body: proposeInput,
    answer: z.object({ id: z.uuid() }),
    status: 201,
  },
  advance: {
    method: 'post',
    path: '/cases/{id}/{verb}',
    summary: 'A verb of the case; the body is that verb’s input with the `version` last seen',
    params: z.object({ id: z.uuid(), verb: z.string() }),
    body: z.record(z.string(), z.unknown()),
    answer: z.object({ id: z.uuid(), stage, version: z.number().int() }),
  },
  act: {
    method: 'post',
    path: '/{part}/{id}/{act}',
    summary: 'An act on a part of a case; the body is its input with the `version` last seen',
    params: z.object({ part: z.string(), id: z.uuid(), act: z.string() }),
    body: z.record(z.string(), z.unknown()),
    answer: z.object({ id: z.uuid(), status: z.string(), version: z.number().int() }),
  },
} as const satisfies Record<string, Operation>
