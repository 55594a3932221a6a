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
