import type { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import { addDays, fromDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { freezeDraw, makeDraw, seedDraw } from '@/lib/draws/commands'
import { freezeDrawInput, makeDrawInput } from '@/lib/draws/schema'
import { newId } from '@/lib/ids'
import { planRound } from '@/lib/inspections/commands'
import { planRoundInput } from '@/lib/inspections/schema'
import { type World, worldDay } from './world'

/** Four who may be drawn as inspectors; the world has one of them. */
const inspectors = ['inspector', 'inspector-2', 'inspector-3', 'inspector-4']
/** The day on which public numbers are out. */
export const later = addDays(worldDay, 3)
/** Which public number completes the seed, and its day. */
export const source = { publicSource: '双色球第2026027期', publicOn: addDays(worldDay, 2) }

type Plan = Partial<z.input<typeof planRoundInput>>
type Freezing = Partial<z.input<typeof freezeDrawInput>>

/** A round of all villages as its form sends it. */
export const planOf = (over: Plan = {}) =>
  planRoundInput.parse({
    title: '三月督查',
    method: 'OPEN',
    fromOn: '2026-03-01',
    toOn: '2026-06-30',
    scope: 'EVERY_VILLAGE',
    questions: [{ kind: 'YES_NO', text: '公开栏是否更新', required: 'on' }],
    ...over,
  })

/** Adds the inspectors the world lacks. */
export function addInspectors(world: World): Promise<void> {
  return transaction(systemViewer('setup'), async (tx) => {
    for (const account of inspectors.slice(1)) {
      const id = newId()
      world.users[`A.${account}`] = id
      const person = { id, countyId: '450223', account: `a-${account}`, name: `A${account}` }
      await tx.user.create({ data: { ...person, mustChangePassword: false, demo: true } })
      await tx.appointment.create({
        data: {
          id: newId(),
          countyId: '450223',
          userId: id,
          organisationId: world.organisations['A.inspectors'] ?? '',
          role: 'INSPECTOR',
          fromOn: fromDay('2014-01-01'),
          confirmedAt: new Date(),
        },
      })
    }
  })
}

/** What the county office of a world does with rounds and draws, by default as the forms offer it. */
export const roundsOf = (world: () => World) => {
  const user = (who: string) => world().users[`A.${who}`] ?? ''
  const office = (today = worldDay) => world().viewer('A.office', today)
  const codeOf = async (village: string) => {
    const id = world().villages[village]
    const found = await read(await office(), (tx) =>
      tx.village.findUniqueOrThrow({ where: { id } }),
    )
    return found.code
  }
  const round = async (over?: Plan) => planRound(await office(), planOf(over))
  const freezing = (roundId: string, over: Freezing = {}) =>
    freezeDrawInput.parse({
      roundId,
      strata: 'TOWNSHIP',
      sizeKind: 'NUMBER',
      sizeValue: 2,
      inspectors: inspectors.map((who) => ({ userId: user(who) })),
      ...over,
    })
  /** The pool, so many of whom declare themselves bound to a township. */
  const bound = (townshipId: string, count: number) =>
    inspectors.map((who, n) => ({ userId: user(who), ...(n < count && { townshipId }) }))
  /** A draw with its number entered, three days after the list was frozen. */
  const drawn = async (roundId: string, over?: Freezing) => {
    const { drawId } = await freezeDraw(await office(), freezing(roundId, over))
    await seedDraw(await office(), { drawId, version: 1, ...source })
    const publicNumber = '03 08 15 22 27 31 + 09'
    const number = makeDrawInput.parse({ drawId, version: 2, publicNumber })
    await makeDraw(await office(later), number)
    return drawId
  }
  return { user, office, codeOf, round, freezing, bound, drawn }
}
