import type { Prisma } from '@/prisma/generated/client'

/** A round of acceptance as tabs, forms and sheets show it. */
export const shownRound = {
  id: true,
  level: true,
  round: true,
  status: true,
  version: true,
  openedOn: true,
  appliedById: true,
  appliedByName: true,
  decidedByName: true,
  decidedOn: true,
  total: true,
  grade: true,
  reason: true,
  yellowOn: true,
  redOn: true,
  members: {
    orderBy: [{ leads: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      post: true,
      userId: true,
      organisationId: true,
      leads: true,
    },
  },
  scores: { select: { code: true, points: true, maximum: true, note: true } },
} satisfies Prisma.AcceptanceSelect

export type ShownRound = Prisma.AcceptanceGetPayload<{ select: typeof shownRound }>
