import { lightColumns } from '@/lib/cases/light'
import type { Prisma } from '@/prisma/generated/client'
import type { QueueItem } from './queue'

/** What every line of a queue shows of its case. */
export const queueCase = {
  id: true,
  village: { select: { name: true, demo: true } },
  township: { select: { name: true } },
  batch: { select: { name: true } },
  ...lightColumns,
} satisfies Prisma.CaseSelect

type Named = Pick<
  Prisma.CaseGetPayload<{ select: typeof queueCase }>,
  'id' | 'village' | 'township' | 'batch'
>

/** The part of a line that comes from its case. */
export function placeOf(row: Named): Pick<QueueItem, 'village' | 'township' | 'batch'> {
  return { village: row.village, township: row.township.name, batch: row.batch?.name ?? null }
}

/** No queue is longer; what does not fit is found in the list. */
export const queueLimit = 200
