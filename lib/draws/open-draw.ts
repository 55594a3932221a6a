import 'server-only'
import { visibleDraws } from '@/lib/access/scope-inspections'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { openRound } from '@/lib/inspections/open-round'
import type { Prisma } from '@/prisma/generated/client'
import type { DrawState } from '@/prisma/generated/enums'

const workingDraw = {
  id: true,
  version: true,
  roundId: true,
  number: true,
  state: true,
  list: true,
  inspectors: true,
  frozenOn: true,
  random: true,
  publicOn: true,
  seed: true,
  result: true,
  replacements: true,
  assignedOn: true,
} satisfies Prisma.DrawSelect

export type WorkingDraw = Prisma.DrawGetPayload<{ select: typeof workingDraw }>

/**
 * The one way a command gets at a draw. Its round is locked, so that two steps at once queue: the
 * second finds another version and gets a `Conflict`.
 */
export async function openDraw(
  tx: Tx,
  viewer: Viewer,
  { drawId, version }: { drawId: string; version: number },
  from: readonly DrawState[],
) {
  const where = { AND: [visibleDraws(viewer), { id: drawId }] }
  const seen = await tx.draw.findFirst({ where, select: { roundId: true } })
  if (!seen) throw new NotFound()
  const { round, actor } = await openRound(tx, viewer, { roundId: seen.roundId }, 'freeze')
  const draw = await tx.draw.findUniqueOrThrow({ where: { id: drawId }, select: workingDraw })
  if (draw.version !== version) throw new Conflict('drawMovedOn')
  if (!from.includes(draw.state)) throw new Conflict('drawElsewhere')
  return { draw, round, actor }
}

/** Writes a step of a draw that is open. */
export function moveDraw(
  tx: Tx,
  { id, version }: WorkingDraw,
  set: Prisma.DrawUncheckedUpdateInput,
) {
  return tx.draw.update({
    where: { id, version },
    data: { ...set, version: { increment: 1 } },
    select: { id: true },
  })
}
