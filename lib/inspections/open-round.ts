import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleRounds } from '@/lib/access/scope-inspections'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Actor, record } from '@/lib/audit/record'
import type { RoundEvents } from '@/lib/audit/round-events'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { sheet } from '@/lib/spot-checks/sheet'
import type { Prisma } from '@/prisma/generated/client'
import { knowsRoundStep, type RoundStep } from './rules'

const workingRound = {
  id: true,
  version: true,
  countyId: true,
  title: true,
  method: true,
  fromOn: true,
  toOn: true,
  scope: true,
  townshipIds: true,
  questions: true,
  state: true,
  inspectorIds: true,
  publishedOn: true,
} satisfies Prisma.InspectionRoundSelect

export type WorkingRound = Prisma.InspectionRoundGetPayload<{ select: typeof workingRound }>

/**
 * The one way a command gets at a round, which it locks: outside the scope `NotFound`, not in the
 * rulebook `Forbidden`, in a state that does not know the step or changed meanwhile `Conflict`.
 * Without a version, for steps of a draw with a version of its own, only the state counts.
 */
export async function openRound(
  tx: Tx,
  viewer: Viewer,
  { roundId, version }: { roundId: string; version?: number },
  step: RoundStep,
): Promise<{ round: WorkingRound; actor: Actor }> {
  const where = { AND: [visibleRounds(viewer), { id: roundId }] }
  const seen = await tx.inspectionRound.findFirst({ where, select: { id: true, countyId: true } })
  if (!seen) throw new NotFound()
  const grant = authorize(viewer, 'inspection.plan', { countyId: seen.countyId })
  await tx.$queryRaw`SELECT 1 FROM inspection_rounds WHERE id = ${seen.id}::uuid FOR UPDATE`
  const round = await tx.inspectionRound.findUniqueOrThrow({
    where: { id: seen.id },
    select: workingRound,
  })
  if (!knowsRoundStep(step, round.state)) throw new Conflict('roundElsewhere')
  if (version !== undefined && round.version !== version) throw new Conflict()
  return { round, actor: { viewer, grant } }
}

export const sheetOf = (round: Pick<WorkingRound, 'questions'>) => sheet.parse(round.questions)

/** Writes an event on the chain of a round. */
export function tellOfRound<K extends keyof RoundEvents>(
  tx: Tx,
  actor: Actor,
  roundId: string,
  kind: K,
  details: RoundEvents[K],
) {
  const event = { kind, details } as Parameters<typeof record>[3]
  return record(tx, actor, { roundId, countyId: actor.viewer.countyId }, event)
}

/** Changes a locked round. */
export function moveRound(
  tx: Tx,
  round: Pick<WorkingRound, 'id'>,
  set: Prisma.InspectionRoundUncheckedUpdateInput,
) {
  return tx.inspectionRound.update({
    where: { id: round.id },
    data: { ...set, version: { increment: 1 } },
    select: { id: true },
  })
}
