import type { Prisma } from '@/prisma/generated/client'

/** What a command on a measure needs to know of it. */
export const workingMeasure = {
  id: true,
  caseId: true,
  number: true,
  title: true,
  status: true,
  percent: true,
  version: true,
  organisationId: true,
  personUserId: true,
  startOn: true,
  dueOn: true,
} satisfies Prisma.MeasureSelect

export type WorkingMeasure = Prisma.MeasureGetPayload<{ select: typeof workingMeasure }>

/** A request for more time as pages show it. */
const extensionColumns = {
  id: true,
  oldDueOn: true,
  newDueOn: true,
  reason: true,
  status: true,
  requestedById: true,
  requestedByName: true,
  requestedOn: true,
  decidedByName: true,
  decidedOn: true,
  decisionNote: true,
  yellowOn: true,
  redOn: true,
  version: true,
} satisfies Prisma.ExtensionSelect

/** A measure in force as pages show it. */
export const measureColumns = {
  id: true,
  number: true,
  move: true,
  title: true,
  target: true,
  problemIds: true,
  organisationId: true,
  organisationName: true,
  personName: true,
  personPost: true,
  personUserId: true,
  startOn: true,
  dueOn: true,
  originalDueOn: true,
  percent: true,
  status: true,
  doneOn: true,
  cancelReason: true,
  yellowOn: true,
  redOn: true,
  version: true,
  extensions: { orderBy: { requestedOn: 'asc' }, select: extensionColumns },
} satisfies Prisma.MeasureSelect

export type MeasureRow = Prisma.MeasureGetPayload<{ select: typeof measureColumns }>
export type ExtensionRow = MeasureRow['extensions'][number]

/** What was done on a measure, the latest first. */
export const latestProgress = {
  orderBy: [{ happenedOn: 'desc' }, { createdAt: 'desc' }],
  select: {
    id: true,
    happenedOn: true,
    percent: true,
    text: true,
    byName: true,
    createdAt: true,
  },
} satisfies Prisma.Measure$progressArgs
