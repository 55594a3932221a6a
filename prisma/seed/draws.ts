import { addDays, type Day } from '@/lib/dates'
import { read } from '@/lib/db'
import { freezeDraw, makeDraw, seedDraw } from '@/lib/draws/commands'
import { freezeDrawInput } from '@/lib/draws/schema'
import { planRound } from '@/lib/inspections/commands'
import { planRoundInput } from '@/lib/inspections/schema'
import { inspectorsOf } from '@/lib/spot-checks/conflict-facts'
import { defaultSheet } from '@/lib/spot-checks/sheet'
import { as, officeOf, type Telling } from './context'

/**
 * Two draws among the villages being rectified, all of them invented: one drawn and waiting to be
 * assigned, one whose public number came out yesterday and waits to be entered.
 */
export async function tellDraws(telling: Telling, today: Day): Promise<void> {
  const day = (offset: number) => addDays(today, offset)
  const office = (offset: number) => as(telling, officeOf(telling), day(offset))
  const round = async (title: string, method: 'RANDOM_RESEARCH' | 'OPEN', offset: number) =>
    planRound(
      await office(offset),
      planRoundInput.parse({
        ...{ title, method, scope: 'OPEN_CASES', questions: defaultSheet },
        ...{ fromOn: day(offset), toOn: day(45) },
        purpose: '了解整改措施落实和群众反映，只看现场、不听汇报、不要材料。',
      }),
    )
  const freeze = async (
    roundId: string,
    offset: number,
    rules: { strata: 'NONE' | 'TOWNSHIP'; sizeKind: 'NUMBER' | 'SHARE'; sizeValue: number },
  ) => {
    const viewer = await office(offset)
    const people = await read(viewer, (tx) => inspectorsOf(tx, viewer))
    const inspectors = people.map(({ id }) => ({ userId: id }))
    const input = freezeDrawInput.parse({ roundId, ...rules, inspectors })
    return (await freezeDraw(viewer, input)).drawId
  }

  const waiting = await round('第三批整顿村随机调研', 'RANDOM_RESEARCH', -6)
  const first = await freeze(waiting, -6, { strata: 'NONE', sizeKind: 'NUMBER', sizeValue: 3 })
  const lottery = '双色球最近一期开奖号码，红球从小到大，后接蓝球'
  await seedDraw(await office(-6), {
    ...{ drawId: first, version: 1, publicSource: lottery, publicOn: day(-4) },
  })
  await makeDraw(await office(-3), {
    ...{ drawId: first, version: 2, publicNumber: '02 07 11 18 25 33 06' },
  })

  const next = await round('年终督查', 'OPEN', -3)
  const second = await freeze(next, -3, { strata: 'TOWNSHIP', sizeKind: 'SHARE', sizeValue: 50 })
  await seedDraw(await office(-3), {
    ...{ drawId: second, version: 1, publicSource: lottery, publicOn: day(-1) },
  })
}
