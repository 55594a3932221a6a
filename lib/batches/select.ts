import type { Prisma } from '@/prisma/generated/client'

/** What the board and the API say of a batch besides its figures. */
export const listedBatch = {
  id: true,
  number: true,
  name: true,
  year: true,
  startOn: true,
  targetEndOn: true,
  version: true,
  ruleSet: { select: { id: true, version: true, title: true } },
} satisfies Prisma.BatchSelect

export type ListedBatch = Prisma.BatchGetPayload<{ select: typeof listedBatch }>
