import { z } from 'zod'
import {
  AcceptanceLevel,
  AcceptanceStatus,
  ExtensionStatus,
  MeasureStatus,
  Move,
  OrganisationKind,
  PlanStatus,
  ProblemCategory,
  ProblemStatus,
} from '@/prisma/generated/enums'

const day = z.iso.date()
const count = z.number().int()

/** What every part of a case says of where it belongs. */
const part = {
  id: z.uuid(),
  caseId: z.uuid(),
  village: z.object({ code: z.string(), name: z.string() }),
  township: z.string(),
}

export const problemView = z.object({
  ...part,
  number: count,
  kind: z.string(),
  category: z.enum(ProblemCategory),
  title: z.string(),
  cause: z.string(),
  evidence: z.string(),
  status: z.enum(ProblemStatus),
  reportedOn: day,
  solution: z.string(),
  solvedBy: z.string(),
  solvedOn: day.nullable(),
  verification: z.string(),
  verifiedBy: z.string(),
  verifiedOn: day.nullable(),
  version: count,
})

export const planView = z.object({
  ...part,
  number: count,
  status: z.enum(PlanStatus),
  revisionReason: z.string(),
  submittedBy: z.string(),
  submittedOn: day.nullable(),
  decidedBy: z.string(),
  decidedOn: day.nullable(),
  recordNo: z.string(),
  returnReason: z.string(),
  version: count,
})

const work = {
  number: count,
  move: z.enum(Move),
  title: z.string(),
  target: z.string(),
  problemIds: z.array(z.uuid()),
  organisation: z.string(),
  person: z.string(),
  post: z.string(),
}

export const planDetail = planView.extend({
  sections: z.object({
    facts: z.string(),
    causes: z.string(),
    goals: z.string(),
    timetable: z.string(),
    responsibilities: z.string(),
    guarantees: z.string(),
  }),
  measures: z.array(
    z.object({
      ...work,
      measureId: z.uuid().nullable(),
      startOn: day.nullable(),
      dueOn: day.nullable(),
    }),
  ),
})

export const extensionView = z.object({
  ...part,
  measureId: z.uuid(),
  oldDueOn: day,
  newDueOn: day,
  reason: z.string(),
  status: z.enum(ExtensionStatus),
  requestedBy: z.string(),
  requestedOn: day,
  decidedBy: z.string(),
  decidedOn: day.nullable(),
  decisionNote: z.string(),
  version: count,
})

export const measureView = z.object({
  ...part,
  ...work,
  organisationId: z.uuid().nullable(),
  startOn: day,
  dueOn: day,
  originalDueOn: day,
  percent: count,
  status: z.enum(MeasureStatus),
  doneOn: day.nullable(),
  cancelReason: z.string(),
  version: count,
})

export const measureDetail = measureView.extend({
  progress: z.array(
    z.object({
      id: z.uuid(),
      happenedOn: day,
      percent: count,
      text: z.string(),
      by: z.string(),
      recordedAt: z.iso.datetime(),
    }),
  ),
})

export const acceptanceView = z.object({
  ...part,
  level: z.enum(AcceptanceLevel),
  round: count,
  status: z.enum(AcceptanceStatus),
  openedOn: day,
  appliedBy: z.string(),
  decidedBy: z.string(),
  decidedOn: day.nullable(),
  total: z.number().nullable(),
  grade: z.string(),
  reason: z.string(),
  members: z.array(z.object({ name: z.string(), post: z.string(), leads: z.boolean() })),
  scores: z
    .array(
      z.object({ code: z.string(), points: z.number(), maximum: z.number(), note: z.string() }),
    )
    .meta({
      description: 'Empty while the sheet is unfinished, except for the side that fills it.',
    }),
  version: count,
})

export const closureView = z.object({
  ...part,
  number: z.string(),
  basis: z.string(),
  closedOn: day,
  summary: z.string(),
  signers: z.array(z.object({ name: z.string(), post: z.string(), organisation: z.string() })),
  exceptions: z.array(z.string()),
  closedBy: z.string(),
  filedOn: day.nullable(),
  annulledOn: day.nullable(),
})

export const organisationView = z.object({
  id: z.uuid(),
  kind: z.enum(OrganisationKind),
  name: z.string(),
  township: z.string().nullable(),
  active: z.boolean(),
  version: count,
})
