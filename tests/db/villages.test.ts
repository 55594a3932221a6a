import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '@/lib/db'
import { importDivisions } from '@/lib/directory/import-divisions'
import { changeFacts } from '@/lib/villages/commands'
import { listVillages, readVillage } from '@/lib/villages/queries'
import { changeFactsInput, parseVillageFilters } from '@/lib/villages/schema'
import { caseAt, eventsOf } from '@/tests/support/case-at'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
const idOf = (village: string) => world.villages[village] ?? ''
const facts = (village: string) => ({
  villageId: idOf(village),
  version: 1,
  organisationType: 'GENERAL_BRANCH' as const,
  households: 512,
  population: 2130,
  partyMembers: 61,
  collectiveIncome: 35_000,
  withoutIncome: false,
  factsOn: worldDay,
})

async function chainOf(village: string) {
  const viewer = await world.viewer(`${village.slice(0, 1)}.office`)
  return read(viewer, (tx) =>
    tx.event.findMany({
      where: { chain: `village:${idOf(village)}` },
      orderBy: { seq: 'asc' },
    }),
  )
}

beforeAll(async () => {
  world = await makeWorld()
  await importDivisions({ county: '450223', log: () => undefined })
})

describe('the directory', () => {
  const names = async (filters: object, who = 'A.township') =>
    (await listVillages(await world.viewer(who), filters)).villages.map((one) => one.name)

  test('is searched by characters, pinyin, initials and code', async () => {
    expect(await names({ q: '新安' })).toContain('新安村')
    expect(await names({ q: 'Xin an' })).toContain('新安村')
    expect(await names({ q: 'xac' })).toContain('新安村')
    expect(await names({ q: '4502232019' })).toEqual([
      '试11村',
      '试12村',
      '试13村',
      '试14村',
      '试15村',
      '试16村',
    ])
    expect(await names({ q: '没有这个村' })).toEqual([])
    // As the search everywhere finds it: initials from anywhere, signs for themselves.
    expect(await names({ q: 'ac' })).toContain('新安村')
    for (const q of ['%', '_', '\\']) expect(await names({ q })).toEqual([])
  })

  test('is paged by code without gaps, within a township and as a whole', async () => {
    const viewer = await world.viewer('A.township')
    const all: string[] = []
    let after: string | undefined
    do {
      const page = await listVillages(viewer, { after }, 40)
      all.push(...page.villages.map((one) => one.code))
      after = page.nextCursor ?? undefined
    } while (after)
    expect(all).toHaveLength(119 + 12)
    expect(all).toEqual([...new Set(all)].sort())
    const { villages, total } = await listVillages(viewer, { township: '450223201' })
    expect(new Set(villages.map((one) => one.township.id))).toEqual(new Set(['450223201']))
    expect(total).toBe(villages.length)
  })

  test('never shows another county, and a listing only to those in scope', async () => {
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.0.5' })
    const listing = async (who: string) =>
      (await listVillages(await world.viewer(who), { q: '试16村' })).villages.flatMap((one) =>
        one.cases.map((kase) => kase.id),
      )
    expect(await listing('A.office')).toEqual([caseId])
    expect(await listing('A.township')).toEqual([caseId])
    expect(await listing('A.other-township')).toEqual([])
    expect(await listing('A.admin')).toEqual([])
    expect(await names({ q: '新安村' }, 'B.office')).toEqual([])
    const other = await readVillage(await world.viewer('A.other-township'), idOf('A.0.5'))
    expect(other).toMatchObject({ cases: [], mayEdit: false })
    await expect(readVillage(await world.viewer('B.office'), idOf('A.0.5'))).rejects.toMatchObject({
      status: 404,
    })
  })

  test('leaves out filters it cannot read and says so', () => {
    expect(parseVillageFilters({ township: 'x', q: ' 新安 ', after: '' })).toEqual({
      filters: { q: '新安' },
      ignored: true,
    })
  })
})

describe('facts', () => {
  test('change with before and after, on the village and on its open case', async () => {
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.0.0' })
    await changeFacts(await world.viewer('A.township'), facts('A.0.0'))
    const village = await readVillage(await world.viewer('A.township'), idOf('A.0.0'))
    expect(village).toMatchObject({ population: 2130, partyGroups: null, version: 2 })
    const [event] = await chainOf('A.0.0')
    expect(event).toMatchObject({
      kind: 'villageChanged',
      details: {
        changes: { population: [null, 2130], partyMembers: [40, 61] },
      },
    })
    expect(await eventsOf(world, 'A.0.0', caseId)).toContain('villageFactsChanged')
  })

  test('of a village without a case stay off every case', async () => {
    await changeFacts(await world.viewer('A.office'), facts('A.0.1'))
    expect((await chainOf('A.0.1')).map((event) => event.kind)).toEqual(['villageChanged'])
  })

  test('a stale version names who changed it; another township and county are refused', async () => {
    await expect(
      changeFacts(await world.viewer('A.office-2'), facts('A.0.1')),
    ).rejects.toMatchObject({ status: 409, meanwhile: { by: 'Aoffice', kind: 'villageChanged' } })
    await expect(
      changeFacts(await world.viewer('A.other-township'), { ...facts('A.0.1'), version: 2 }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      changeFacts(await world.viewer('A.admin'), { ...facts('A.0.1'), version: 2 }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      changeFacts(await world.viewer('B.office'), { ...facts('A.0.1'), version: 2 }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      changeFacts(await world.viewer('A.office'), {
        ...facts('A.0.1'),
        version: 2,
        factsOn: '2026-03-11',
      }),
    ).rejects.toMatchObject({ issues: [{ field: 'factsOn', code: 'dateInFuture' }] })
    expect(await chainOf('A.0.1')).toHaveLength(1)
  })

  test('a blank figure is unknown, not zero', () => {
    const { partyMembers: _, ...form } = {
      ...facts('A.0.1'),
      households: '12',
      withoutIncome: 'on',
    }
    expect(changeFactsInput.parse(form)).toMatchObject({ households: 12 })
    expect(changeFactsInput.parse(form).partyMembers).toBeUndefined()
  })
})
