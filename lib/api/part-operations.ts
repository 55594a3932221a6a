import { z } from 'zod'
import {
  AcceptanceLevel,
  AcceptanceStatus,
  ExtensionStatus,
  MeasureStatus,
  OrganisationKind,
  PlanStatus,
  ProblemCategory,
  ProblemStatus,
} from '@/prisma/generated/enums'
import { listed, pageById, township } from './paging'
import {
  acceptanceView,
  closureView,
  extensionView,
  measureDetail,
  measureView,
  organisationView,
  planDetail,
  planView,
  problemView,
} from './part-schemas'
import type { Operation } from './serve'

const byId = z.object({ id: z.uuid() })
const within = { case: z.uuid().optional(), township: township.optional() }

/** Reading the parts of cases, across every case in scope, and the organisations of the county. */
export const partOperations = {
  listProblems: {
    method: 'get',
    path: '/problems',
    summary: 'Problems of the cases in scope',
    query: z.strictObject({
      ...within,
      category: z.enum(ProblemCategory).optional(),
      status: z.enum(ProblemStatus).optional(),
      ...pageById,
    }),
    answer: listed(problemView),
  },
  readProblem: {
    method: 'get',
    path: '/problems/{id}',
    summary: 'One problem',
    params: byId,
    answer: problemView,
  },
  listPlans: {
    method: 'get',
    path: '/plans',
    summary: 'Versions of plans of the cases in scope; drafts are left out',
    query: z.strictObject({
      ...within,
      status: z.enum(PlanStatus).exclude(['DRAFT']).optional(),
      ...pageById,
    }),
    answer: listed(planView),
  },
  readPlan: {
    method: 'get',
    path: '/plans/{id}',
    summary: 'One version of a plan with its six sections and its measures',
    params: byId,
    answer: planDetail,
  },
  listMeasures: {
    method: 'get',
    path: '/measures',
    summary: 'Measures in force of the cases in scope',
    query: z.strictObject({
      ...within,
      status: z.enum(MeasureStatus).optional(),
      organisation: z.uuid().optional(),
      dueBy: z.iso.date().optional(),
      ...pageById,
    }),
    answer: listed(measureView),
  },
  readMeasure: {
    method: 'get',
    path: '/measures/{id}',
    summary: 'One measure with its progress, the latest first',
    params: byId,
    answer: measureDetail,
  },
  listExtensions: {
    method: 'get',
    path: '/extensions',
    summary: 'Requests for more time on measures of the cases in scope',
    query: z.strictObject({
      ...within,
      measure: z.uuid().optional(),
      status: z.enum(ExtensionStatus).optional(),
      ...pageById,
    }),
    answer: listed(extensionView),
  },
  listAcceptances: {
    method: 'get',
    path: '/acceptances',
    summary: 'Rounds of acceptance of the cases in scope, with team and scores',
    query: z.strictObject({
      ...within,
      level: z.enum(AcceptanceLevel).optional(),
      status: z.enum(AcceptanceStatus).optional(),
      ...pageById,
    }),
    answer: listed(acceptanceView),
  },
  listClosures: {
    method: 'get',
    path: '/closures',
    summary: 'Closures of the cases in scope; an annulled one says since when',
    query: z.strictObject({ ...within, ...pageById }),
    answer: listed(closureView),
  },
  listOrganisations: {
    method: 'get',
    path: '/organisations',
    summary: 'Organisations of the county',
    query: z.strictObject({ kind: z.enum(OrganisationKind).optional(), ...pageById }),
    answer: listed(organisationView),
  },
} as const satisfies Record<string, Operation>
