import { beforeAll, expect, it } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { transaction } from '@/lib/db'
import { readMoney } from '@/lib/funds/queries'
import { newId } from '@/lib/ids'
import { addRecord } from '@/lib/records/commands'
import { addRecordInput } from '@/lib/records/schema'
import { bind, caseAt } from '@/tests/support/case-at'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let caseId: string
const village = (key: string) => world.villages[key] ?? ''

beforeAll(async () => {
  world = await makeWorld()
  ;({ caseId } = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' }))
  const facts: [string, number | null, boolean][] = [
    ['A.0.0', 4_000, true],
    ['A.0.1', 1_999, false],
    ['A.1.0', 2_500, false],
  ]
  await transaction(systemViewer('setup', '450223'), async (tx) => {
    for (const [key, population, withoutIncome] of facts) {
      await tx.village.update({
        where: { id: village(key) },
        data: { population, withoutIncome },
        select: { id: true },
      })
    }
  })
  await bind(world, 'A.0.0', caseId, 'HELPER_UNIT')
  await bind(world, 'A.0.0', caseId, 'WORK_TEAM')
  const given = { year: 2026, officeFunds: 17_000, supplement: 2_000 }
  const sent = { id: newId(), caseId, kind: 'FUNDS', day: '2026-03-10', text: '', detail: given }
  await addRecord(await world.viewer('A.township'), addRecordInput.parse(sent))
})

const money = async (who: string, filter: object = {}) => readMoney(await world.viewer(who), filter)

it('reckons tier, supplement and difference per village, and sums what is known', async () => {
  const { lines, sum, year } = await money('A.office')
  const line = (key: string) => lines.find(({ id }) => id === village(key))
  expect(year).toBe(2026)
  expect(line('A.0.0')).toMatchObject({
    due: { tier: 1, officeFunds: 17_000, supplement: 2_000 },
    given: 19_000,
    difference: 0,
  })
  expect(line('A.0.1')).toMatchObject({ due: { tier: 3 }, given: null, difference: null })
  expect(line('A.0.2')).toMatchObject({ due: null, total: null })
  expect(sum).toMatchObject({ villages: 12, unknown: 9, total: 50_000, given: 19_000, recorded: 1 })
})

it('another year has nothing of it', async () => {
  const { sum } = await money('A.office', { year: 2025 })
  expect(sum).toMatchObject({ total: 50_000, given: 0, recorded: 0 })
})

it('a township sees its own villages, a filter narrows, another county nothing', async () => {
  expect((await money('A.township')).lines).toHaveLength(6)
  expect((await money('A.other-township')).sum).toMatchObject({ given: 0, total: 16_000 })
  expect((await money('A.office', { township: '450223103' })).lines).toHaveLength(6)
  expect((await money('A.township', { township: '450223103' })).lines).toEqual([])
  expect((await money('B.office')).sum.given).toBe(0)
})

it('helper and team see the village they are bound to, with its money; the others none', async () => {
  for (const who of ['A.helper', 'A.team']) {
    const { lines } = await money(who)
    expect(lines.map(({ id, given }) => [id, given])).toEqual([[village('A.0.0'), 19_000]])
  }
  for (const who of ['A.leader', 'A.inspector']) expect((await money(who)).lines).toEqual([])
})

it('the administrator may not', async () => {
  await expect(money('A.admin')).rejects.toMatchObject({ status: 403 })
})
