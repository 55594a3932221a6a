import type { Prisma } from '@/prisma/generated/client'

/** A follow-up as the tab and its form show it. */
export const shownFollowUp = {
  id: true,
  month: true,
  dueOn: true,
  doneOn: true,
  result: true,
  text: true,
  doneByName: true,
  yellowOn: true,
  redOn: true,
  version: true,
} satisfies Prisma.FollowUpSelect
