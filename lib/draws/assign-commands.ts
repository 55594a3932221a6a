import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { type Day, fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, RuleBroken } from '@/lib/errors'
import { enter, refuseDay, refuseTwice } from '@/lib/inspections/commands'
import { sheetOf, tellOfRound, type WorkingRound } from '@/lib/inspections/open-round'
import { assignSpotChecks } from '@/lib/spot-checks/assign'
import { readList } from './list'
import { moveDraw, openDraw, type WorkingDraw } from './open-draw'
import { type Drawn, draw as drawFrom, standing } from './rules'
import type { assignDrawInput, replaceVillageInput } from './schema'
import { storedInspectors, storedReplacements, storedResult } from './stored'

/** Assigns the checks of everything that stands in a draw, all or none. */
export function assignDraw(viewer: Viewer, input: z.infer<typeof assignDrawInput>) {
  return transaction(viewer, async (tx) => {
    const { draw, round, actor } = await openDraw(tx, viewer, input, ['DRAWN'])
    if (draw.assignedOn) throw new Conflict('drawAssigned')
    refuseDay(input.dueOn, round.toOn, viewer)
    const stands = standing(
      storedResult.parse(draw.result),
      storedReplacements.parse(draw.replacements),
    )
    await moveDraw(tx, draw, { assignedOn: fromDay(viewer.today) })
    const details = { draw: draw.number, checks: stands.length, dueOn: input.dueOn }
    await tellOfRound(tx, actor, round.id, 'drawAssigned', details)
    await assign(tx, actor, { draw, round, places: stands, dueOn: input.dueOn })
    return { roundId: round.id }
  })
}

/**
 * Puts the next village of the same stratum in the place of one that cannot be checked, with the reason;
 * what was drawn stays on record. Once checks are assigned, only after the check of the village that
 * leaves was called off.
 */
export function replaceVillage(viewer: Viewer, input: z.infer<typeof replaceVillageInput>) {
  return transaction(viewer, async (tx) => {
    const { draw, round, actor } = await openDraw(tx, viewer, input, ['DRAWN'])
    const { code, reason } = input
    const list = readList(draw.list)
    const before = storedReplacements.parse(draw.replacements)
    const stands = standing(storedResult.parse(draw.result), before)
    if (!stands.some((one) => one.code === code)) throw new Conflict('villageNotDrawn')
    if (draw.assignedOn && !input.dueOn) {
      throw new InvalidInput([{ field: 'dueOn', code: 'required' }])
    }
    if (draw.assignedOn) await refuseUncancelled(tx, round.id, code)
    const come = next(list, draw.seed ?? '', [...before.map(({ out }) => out), code])
    const added = {
      ...come,
      reason,
      byName: signature(actor),
      on: viewer.today,
    }
    await moveDraw(tx, draw, { replacements: [...before, added] })
    const nameOf = (wanted: string) =>
      list.villages.find((village) => village.code === wanted)?.name ?? wanted
    const details = { draw: draw.number, out: nameOf(code), in: nameOf(come.in), reason }
    await tellOfRound(tx, actor, round.id, 'drawReplaced', details)
    if (draw.assignedOn && input.dueOn) {
      refuseDay(input.dueOn, round.toOn, viewer)
      const places = [{ code: come.in, inspectors: come.inspectors }]
      await assign(tx, actor, { draw, round, places, dueOn: input.dueOn })
    }
    return { roundId: round.id }
  })
}

function next(list: Parameters<typeof drawFrom>[0], seed: string, outs: readonly string[]) {
  const order = (() => {
    try {
      return drawFrom(list, seed, outs)
    } catch {
      throw new RuleBroken('stratumUsedUp')
    }
  })()
  const come = order.replacements.at(-1)
  if (!come) throw new RuleBroken('stratumUsedUp')
  return come
}

async function refuseUncancelled(tx: Tx, roundId: string, code: string) {
  const running = await tx.spotCheck.count({
    where: { roundId, village: { code }, state: { not: 'CANCELLED' } },
  })
  if (running > 0) throw new RuleBroken('cancelCheckFirst')
}

type Places = {
  draw: WorkingDraw
  round: WorkingRound
  places: readonly Pick<Drawn, 'code' | 'inspectors'>[]
  dueOn: Day
}

/** Codes and keys of a list become villages and people; a village that is gone since is named. */
async function assign(tx: Tx, actor: Actor, { draw, round, places, dueOn }: Places) {
  const userOf = new Map(
    storedInspectors.parse(draw.inspectors).map(({ key, userId }) => [key, userId]),
  )
  const found = await tx.village.findMany({
    where: {
      countyId: actor.viewer.countyId,
      code: { in: places.map(({ code }) => code) },
      endedOn: null,
    },
    select: { id: true, code: true, name: true },
  })
  const idOf = new Map(found.map(({ code, id }) => [code, id]))
  const gone = places.filter(({ code }) => !idOf.has(code))
  if (gone.length > 0) {
    throw new RuleBroken('villagesGone', { codes: gone.map(({ code }) => code).join('、') })
  }
  await refuseTwice(tx, round.id, found)
  const checks = places.map(({ code, inspectors }) => ({
    villageId: idOf.get(code) ?? '',
    inspectorIds: inspectors.map((key) => userOf.get(key) ?? ''),
    dueOn,
  }))
  await assignSpotChecks(tx, actor, {
    roundId: round.id,
    method: round.method,
    sheet: sheetOf(round),
    checks,
  })
  await enter(
    tx,
    round,
    checks.flatMap(({ inspectorIds }) => inspectorIds),
  )
}
