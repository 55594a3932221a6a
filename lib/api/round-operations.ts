import { z } from 'zod'
import { drawExport } from '@/lib/draws/export'
import { planRoundInput } from '@/lib/inspections/schema'
import { InspectionMethod, RoundScope, RoundState } from '@/prisma/generated/enums'
import { listed, pageById } from './paging'
import type { Operation } from './serve'

const byId = z.object({ id: z.uuid() })
const day = z.iso.date()
const roundView = z.object({
  id: z.uuid(),
  year: z.number().int(),
  number: z.number().int(),
  title: z.string(),
  method: z.enum(InspectionMethod),
  scope: z.enum(RoundScope),
  townships: z.array(z.string()),
  fromOn: day,
  toOn: day,
  purpose: z.string(),
  state: z.enum(RoundState),
  publishedOn: day.nullable(),
  draws: z.array(z.uuid()).meta({ description: 'Those the caller reads; each is at /draws/{id}.' }),
  version: z.number().int(),
})

/** Inspection rounds and what is published of their draws. */
export const roundOperations = {
  listRounds: {
    method: 'get',
    path: '/inspections',
    summary: 'Inspection rounds in scope; an undercover one only for whoever plans or makes it',
    query: z.strictObject({
      method: z.enum(InspectionMethod).optional(),
      state: z.enum(RoundState).optional(),
      ...pageById,
    }),
    answer: listed(roundView),
  },
  readRound: {
    method: 'get',
    path: '/inspections/{id}',
    summary: 'One inspection round',
    params: byId,
    answer: roundView,
  },
  planRound: {
    method: 'post',
    path: '/inspections',
    summary: 'plan: lays down method, period, scope and question sheet of a round',
    body: planRoundInput,
    answer: byId,
    status: 201,
  },
  readDraw: {
    method: 'get',
    path: '/draws/{id}',
    summary: 'A random draw with everything needed to recompute it (docs/draws.md)',
    params: byId,
    answer: drawExport,
  },
} as const satisfies Record<string, Operation>
