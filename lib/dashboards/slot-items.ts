import { slotGaps } from '@/lib/assignments/rules'
import { type Day, toDay } from '@/lib/dates'
import type { Prisma } from '@/prisma/generated/client'
import type { QueueItem } from './queue'

/** What tells whether somebody holds each slot of a case. */
export const slotColumns = {
  stage: true,
  batch: { select: { id: true, name: true } },
  assignments: { select: { slot: true, fromOn: true, toOn: true } },
} satisfies Prisma.CaseSelect

type Row = Prisma.CaseGetPayload<{ select: typeof slotColumns }>

/**
 * Batches with villages newly confirmed (their plan is being drafted) of which one of the standard
 * four (四个一) is held by nobody: one line a batch.
 */
export function slotItems(rows: readonly Row[], today: Day): QueueItem[] {
  const waiting = new Map<string, { name: string; count: number }>()
  for (const { stage, batch, assignments } of rows) {
    const periods = assignments.map(({ slot, fromOn, toOn }) => ({
      slot,
      from: toDay(fromOn),
      to: toOn && toDay(toOn),
    }))
    if (stage !== 'PLANNING' || !batch || slotGaps(periods, today).length === 0) continue
    const count = (waiting.get(batch.id)?.count ?? 0) + 1
    waiting.set(batch.id, { name: batch.name, count })
  }
  return [...waiting].map(([id, { name, count }]) => ({
    key: id,
    verb: 'assignSlots',
    href: `/batches/${id}/assign?gaps=1`,
    village: { name, demo: false },
    township: '',
    batch: null,
    light: { colour: 'grey', code: 'noDeadline', params: {} },
    why: { count },
  }))
}
