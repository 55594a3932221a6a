import { beforeAll, describe, expect, test } from 'vitest'
import { stages } from '@/lib/cases/list-filter'
import { readCaseList } from '@/lib/cases/list-page-queries'
import { listCases } from '@/lib/cases/list-queries'
import { gridOf } from '@/lib/dashboards/figures'
import { setFollow } from '@/lib/follows/commands'
import { changeView, deleteView, saveView } from '@/lib/saved-views/commands'
import { listViews, readView } from '@/lib/saved-views/queries'
import { maxViews } from '@/lib/saved-views/schema'
import { caseMix } from '@/tests/support/case-mix'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let cases: Awaited<ReturnType<typeof caseMix>>
const as = (who: string) => world.viewer(who)
const names = async (who: string) => (await listViews(await as(who))).map(({ name }) => name)

beforeAll(async () => {
  world = await makeWorld()
  cases = await caseMix(world)
}, 120_000)

describe('saved views', () => {
  test('one’s own is nobody else’s', async () => {
    const query = await saveView(await as('A.office'), {
      name: '逾期',
      query: 'stage=NOWHERE&light=red&cursor=x&batch=',
      position: 2,
    })
    expect(query).toBe('light=red')
    expect(await names('A.office')).toEqual(['逾期'])
    expect(await names('A.office-2')).toEqual([])
    expect(await names('B.office')).toEqual([])
    const [view] = await listViews(await as('A.office'))
    await expect(readView(await as('A.office-2'), view?.id ?? '')).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      deleteView(await as('A.office-2'), { viewId: view?.id ?? '' }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('a shared one is used and tended by the organisation, and by no other', async () => {
    const organisationId = world.organisations['A.office']
    await saveView(await as('A.office'), {
      name: '待销号',
      query: 'stage=CONSOLIDATING',
      position: 1,
      organisationId,
    })
    expect(await names('A.office')).toEqual(['待销号', '逾期'])
    expect(await names('A.office-2')).toEqual(['待销号'])
    expect(await names('A.township')).toEqual([])
    const [view] = await listViews(await as('A.office-2'))
    if (!view) throw new Error('not shared')
    const change = { viewId: view.id, position: 0, name: '巩固期' }
    const colleague = await as('A.office-2')
    await expect(changeView(colleague, { ...change, version: 1 })).rejects.toMatchObject({
      code: 'invalidInput',
    })
    await changeView(colleague, { ...change, version: 1, organisationId })
    expect(await names('A.office')).toEqual(['巩固期', '逾期'])
    await expect(
      changeView(await as('A.office'), { ...change, version: 1, organisationId }),
    ).rejects.toMatchObject({ status: 409 })
    await deleteView(colleague, { viewId: view.id })
    expect(await names('A.office')).toEqual(['逾期'])
  })

  test('is shared only with an organisation of one’s own', async () => {
    await expect(
      saveView(await as('A.township'), {
        name: '借',
        query: '',
        position: 0,
        organisationId: world.organisations['A.office'],
      }),
    ).rejects.toMatchObject({ code: 'invalidInput' })
    await expect(
      saveView(await as('A.admin'), { name: '无', query: '', position: 0 }),
    ).rejects.toMatchObject({ status: 403 })
  })

  test('are limited in number', async () => {
    const team = await as('A.team')
    for (let number = 0; number < maxViews; number++) {
      await saveView(team, { name: `第${number}个`, query: '', position: 0 })
    }
    await expect(saveView(team, { name: '多', query: '', position: 0 })).rejects.toMatchObject({
      code: 'tooManyViews',
    })
  })
})

describe('following', () => {
  test('stars a case for oneself, twice is once, and off again', async () => {
    const township = await as('A.township')
    const caseId = cases.planning
    await setFollow(township, { caseId, follow: 'on' })
    await setFollow(township, { caseId, follow: 'on' })
    const list = await readCaseList(township, { followed: 'yes' }, undefined)
    expect(list.page.items.map(({ id }) => id)).toEqual([caseId])
    expect([list.page.total, list.followed]).toEqual([1, [caseId]])
    for (const who of ['A.township-2', 'A.office']) {
      expect((await listCases(await as(who), { followed: 'yes' }, { limit: 10 })).total).toBe(0)
    }
    await setFollow(township, { caseId, follow: 'off' })
    expect((await listCases(township, { followed: 'yes' }, { limit: 10 })).total).toBe(0)
  })

  test.each(['otherCandidate', 'foreign'] as const)('%s is out of sight', async (name) => {
    await expect(
      setFollow(await as('A.township'), { caseId: cases[name], follow: 'on' }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('figures', () => {
  test('every cell and total of the grid counts the list it opens', async () => {
    const office = await as('A.office')
    const all = await listCases(office, {}, { limit: 100 })
    const rows = all.items.map((item) => ({
      batchId: item.batch?.id ?? null,
      townshipId: item.township.code,
      stage: item.stage,
      paused: false,
      count: 1,
      yellowOn: null,
      redOn: null,
    }))
    const townships = ['450223201', '450223103'].map((id) => ({ id, name: id }))
    const grid = gridOf(rows, townships, office.today)
    expect(grid.length).toBe(2)
    for (const { id, cells, total } of grid) {
      const open = { township: id, state: 'standing' } as const
      expect((await listCases(office, open, { limit: 1 })).total).toBe(total)
      for (const stage of stages) {
        const list = await listCases(office, { township: id, stage }, { limit: 1 })
        if (stage !== 'NOT_CONFIRMED') expect(list.total).toBe(cells[stage]?.count ?? 0)
      }
    }
  })

  test('the helper unit’s cases are those it answers for', async () => {
    const organisation = world.organisations['A.helper']
    const found = await listCases(await as('A.office'), { organisation }, { limit: 100 })
    const helpers = await listCases(await as('A.helper'), {}, { limit: 100 })
    expect(found.items.map(({ id }) => id)).toEqual(helpers.items.map(({ id }) => id))
    expect(found.total).toBeGreaterThan(0)
  })
})
