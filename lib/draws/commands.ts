import 'server-only'
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { Conflict, InvalidInput, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { openRound, tellOfRound } from '@/lib/inspections/open-round'
import { tellsCases } from '@/lib/inspections/rules'
import { eligibleVillages, listedInspectors, lotsByVillage } from './eligible'
import { readList, sha256, writeList } from './list'
import { moveDraw, openDraw } from './open-draw'
import { draw as drawFrom, seedOf, withoutPair } from './rules'
import type { abandonDrawInput, freezeDrawInput, makeDrawInput, seedDrawInput } from './schema'

/**
 * Freezes the list a round will be drawn from: villages, lots, inspectors with their conflicts and the
 * rules. Its SHA-256 stands before there is a seed. Refused while another draw of the round stands,
 * and where no pair of inspectors is free for one of the villages. Returns the draw's id.
 */
export function freezeDraw(viewer: Viewer, input: z.infer<typeof freezeDrawInput>) {
  return transaction(viewer, async (tx) => {
    const { round, actor } = await openRound(tx, viewer, { roundId: input.roundId }, 'freeze')
    const before = await tx.draw.findMany({
      where: { roundId: round.id },
      select: { number: true, state: true },
    })
    if (before.some(({ state }) => state !== 'ABANDONED')) throw new Conflict('drawStands')
    if (before.length > 0 && !input.reason) {
      throw new InvalidInput([{ field: 'reason', code: 'drawAgainNeedsReason' }])
    }
    const { strata, sizeKind, sizeValue, lots } = input
    const discreet = !tellsCases(round.scope, Object.values(lots))
    const eligible = await eligibleVillages(tx, viewer, round)
    if (eligible.length === 0) throw new RuleBroken('nothingEligible')
    const held = await lotsByVillage(tx, viewer, lots)
    const inspectors = await listedInspectors(tx, viewer, input.inspectors, eligible, discreet)
    const id = newId()
    const list = {
      drawId: id,
      rules: { strata, size: { kind: sizeKind, value: sizeValue }, lots },
      inspectors,
      villages: eligible.map((village) => ({
        ...village,
        lots: held.get(village.id) ?? lots.none,
      })),
    }
    const stranded = withoutPair(list)
    if (stranded.length > 0) {
      throw new RuleBroken('noPairFree', {
        count: stranded.length,
        villages: stranded
          .slice(0, 5)
          .map(({ name }) => name)
          .join('、'),
      })
    }
    const text = writeList(list)
    const number = before.length + 1
    await tx.draw.create({
      data: {
        id,
        countyId: viewer.countyId,
        roundId: round.id,
        number,
        reason: input.reason ?? '',
        list: text,
        listSha256: sha256(text),
        eligible: eligible.length,
        inspectors: inspectors.map(({ key, userId }) => ({ key, userId })),
        frozenById: viewer.userId,
        frozenByName: signature(actor),
        frozenOn: fromDay(viewer.today),
      },
      select: { id: true },
    })
    await tellOfRound(tx, actor, round.id, 'drawFrozen', {
      draw: number,
      eligible: eligible.length,
      sha256: sha256(text),
      reason: input.reason ?? '',
    })
    return { drawId: id, roundId: round.id }
  })
}

/**
 * Draws the 32 random bytes, once, and says which public number of which later day will complete the
 * seed: neither the office nor the server can then choose the result.
 */
export function seedDraw(viewer: Viewer, input: z.infer<typeof seedDrawInput>) {
  return transaction(viewer, async (tx) => {
    const { draw, round, actor } = await openDraw(tx, viewer, input, ['FROZEN'])
    const { publicSource, publicOn } = input
    if (publicOn <= viewer.today) {
      throw new InvalidInput([{ field: 'publicOn', code: 'publicDayLater' }])
    }
    const random = randomBytes(32).toString('hex')
    await moveDraw(tx, draw, {
      state: 'SEEDED',
      random,
      publicSource,
      publicOn: fromDay(publicOn),
      seededByName: signature(actor),
      seededAt: new Date(),
    })
    const source = publicSource
    const details = { draw: draw.number, random, source, publicOn }
    await tellOfRound(tx, actor, round.id, 'drawSeeded', details)
    return { roundId: round.id }
  })
}

/** With the public number, on its day or later, the list is drawn from: once, and as anybody can repeat. */
export function makeDraw(viewer: Viewer, input: z.infer<typeof makeDrawInput>) {
  return transaction(viewer, async (tx) => {
    const { draw, round, actor } = await openDraw(tx, viewer, input, ['SEEDED'])
    const { publicNumber } = input
    if (draw.publicOn === null || draw.random === null) throw new Conflict('drawElsewhere')
    if (viewer.today < toDay(draw.publicOn)) {
      throw new RuleBroken('publicNumberEarly', {
        day: toDay(draw.publicOn),
        field: 'publicNumber',
      })
    }
    const seed = seedOf(draw.random, publicNumber)
    const { drawn } = drawFrom(readList(draw.list), seed)
    await moveDraw(tx, draw, {
      state: 'DRAWN',
      publicNumber,
      seed,
      result: drawn,
      drawnByName: signature(actor),
      drawnOn: fromDay(viewer.today),
      drawnAt: new Date(),
    })
    await tellOfRound(tx, actor, round.id, 'drawMade', {
      draw: draw.number,
      publicNumber,
      seed,
      villages: drawn.length,
      resultSha256: sha256(JSON.stringify(drawn)),
    })
    return { roundId: round.id }
  })
}

/** Gives a draw up, with the reason: it is kept, and the next one says why there is another. */
export function abandonDraw(viewer: Viewer, input: z.infer<typeof abandonDrawInput>) {
  return transaction(viewer, async (tx) => {
    const { draw, round, actor } = await openDraw(tx, viewer, input, ['FROZEN', 'SEEDED', 'DRAWN'])
    if (draw.assignedOn) throw new Conflict('drawAssigned')
    await moveDraw(tx, draw, {
      state: 'ABANDONED',
      abandonReason: input.reason,
      abandonedByName: signature(actor),
      abandonedOn: fromDay(viewer.today),
    })
    const details = { draw: draw.number, reason: input.reason }
    await tellOfRound(tx, actor, round.id, 'drawAbandoned', details)
    return { roundId: round.id }
  })
}
