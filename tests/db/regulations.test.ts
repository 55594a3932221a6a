import { beforeAll, describe, expect, it } from 'vitest'
import { readGate } from '@/lib/cases/gate-facts'
import { fromDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { regulationCodes } from '@/lib/regulations/codes'
import { adoptRegulations, repealRegulation } from '@/lib/regulations/commands'
import { readRegulations } from '@/lib/regulations/queries'
import { adoptRegulationsInput } from '@/lib/regulations/schema'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { caseAt, eventsOf } from '@/tests/support/case-at'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const given = (villageId: string, change: object = {}) =>
  adoptRegulationsInput.parse({
    villageId,
    adoptedOn: '2026-03-01',
    codes: ['VILLAGE_FINANCE', 'CONDUCT_CODE'],
    document: '村民代表会议通过',
    ...change,
  })
const village = (key: string) => world.villages[key] ?? ''
const linesOf = async (who: string, villageId: string) =>
  (await readRegulations(await world.viewer(who), villageId)).lines
const present = async (villageId: string, code: string) =>
  (await linesOf('A.office', villageId)).find((line) => line.code === code)?.present

describe('adopting regulations', () => {
  it('puts several in force at once, replacing what was, and tells each on village and case', async () => {
    const id = village('A.0.0')
    const { caseId } = await caseAt(world, 'CANDIDATE', { village: 'A.0.0' })
    await adoptRegulations(await world.viewer('A.township'), given(id))
    const { lines, ended } = await readRegulations(await world.viewer('A.office'), id)
    expect(lines.map((line) => line.code)).toEqual(regulationCodes)
    const dates = lines.map((line) => line.present?.adoptedOn)
    expect(dates.filter((day) => day === '2026-03-01')).toHaveLength(2)
    expect(ended.map(({ endedOn, replaced }) => [endedOn, replaced])).toEqual([
      ['2026-03-01', true],
      ['2026-03-01', true],
    ])
    const told = await eventsOf(world, 'A.0.0', caseId)
    expect(told.filter((kind) => kind === 'regulationAdopted')).toHaveLength(2)
    const office = await world.viewer('A.office')
    const onVillage = await read(office, (tx) =>
      tx.event.count({ where: { chain: `village:${id}`, kind: 'regulationAdopted' } }),
    )
    expect(onVillage).toBe(2)
  })

  it('stores nothing of a form of which one entry is refused', async () => {
    const id = village('A.0.1')
    const township = await world.viewer('A.township')
    await adoptRegulations(township, given(id, { codes: ['CONDUCT_CODE'] }))
    await expect(adoptRegulations(township, given(id))).rejects.toMatchObject({
      issues: [{ field: 'adoptedOn', code: 'regulationNotLater' }],
    })
    expect((await present(id, 'VILLAGE_FINANCE'))?.adoptedOn).toBe('2014-01-01')
    await expect(
      adoptRegulations(township, given(id, { adoptedOn: '2026-03-11' })),
    ).rejects.toMatchObject({ issues: [{ field: 'adoptedOn', code: 'dateInFuture' }] })
  })

  it.each(['A.other-township', 'A.helper', 'A.team', 'A.leader', 'A.inspector', 'A.admin'])(
    '%s may not',
    async (who) => {
      await expect(
        adoptRegulations(await world.viewer(who), given(village('A.0.2'))),
      ).rejects.toMatchObject({ status: 403 })
    },
  )

  it('is not found from another county, nor read there', async () => {
    const other = await world.viewer('B.office')
    await expect(adoptRegulations(other, given(village('A.0.2')))).rejects.toMatchObject({
      status: 404,
    })
    await expect(readRegulations(other, village('A.0.2'))).rejects.toMatchObject({ status: 404 })
    const seen = await read(other, (tx) =>
      tx.regulation.count({ where: { villageId: village('A.0.2') } }),
    )
    expect(seen).toBe(0)
  })

  it('of people who send the same at the same moment, one is told that it stands already', async () => {
    const id = village('A.0.3')
    const [one, two] = [await world.viewer('A.township'), await world.viewer('A.township-2')]
    const sent = given(id, { codes: ['CONDUCT_CODE'] })
    const results = await Promise.allSettled([one, two].map((who) => adoptRegulations(who, sent)))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('repealing', () => {
  it('ends it with a reason, once, and the gate asks for it again', async () => {
    const at = { village: 'A.1.0' }
    const id = village('A.1.0')
    const township = await world.viewer('A.other-township')
    const stands = await present(id, 'VILLAGE_FINANCE')
    const regulationId = stands?.id ?? ''
    const words = { regulationId, on: '2026-03-05', reason: '与上级规定不一致' }
    await expect(repealRegulation(await world.viewer('A.township'), words)).rejects.toMatchObject({
      status: 403,
    })
    await expect(repealRegulation(await world.viewer('B.office'), words)).rejects.toMatchObject({
      status: 404,
    })
    await expect(repealRegulation(township, { ...words, on: '2013-12-31' })).rejects.toMatchObject({
      issues: [{ field: 'on', code: 'tooEarly' }],
    })
    const { caseId } = await caseAt(world, 'RECTIFYING', at)
    const gate = async () => {
      const items = await read(township, (tx) =>
        readGate(tx, caseId, 'application', defaultRuleSet, worldDay),
      )
      return items.find(({ code }) => code === 'regulations')
    }
    expect((await gate())?.state).toBe('holds')
    await repealRegulation(township, words)
    expect(await gate()).toMatchObject({
      state: 'missing',
      fix: 'regulations',
      missing: [{ code: 'regulationMissing', params: { regulation: 'VILLAGE_FINANCE' } }],
    })
    await expect(repealRegulation(township, words)).rejects.toMatchObject({
      code: 'regulationEnded',
    })
    await adoptRegulations(
      township,
      given(id, { codes: ['VILLAGE_FINANCE'], adoptedOn: '2026-03-06' }),
    )
    expect((await gate())?.state).toBe('holds')
  })

  it('the wall lets nobody rewrite or remove one', async () => {
    const office = await world.viewer('A.office')
    const villageId = village('A.1.1')
    await expect(
      read(office, (tx) => tx.regulation.deleteMany({ where: { villageId } })),
    ).rejects.toThrow()
    const { transaction } = await import('@/lib/db')
    await expect(
      transaction(office, (tx) =>
        tx.regulation.updateMany({
          where: { villageId },
          data: { adoptedOn: fromDay('2015-01-01') },
        }),
      ),
    ).rejects.toThrow()
  })
})
