import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { transaction } from '@/lib/db'
import { search } from '@/lib/search/queries'
import { termOf } from '@/lib/search/term'
import { caseMix } from '@/tests/support/case-mix'
import { statementsOf } from '@/tests/support/statements'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let cases: Awaited<ReturnType<typeof caseMix>>

async function find(who: string, text: string) {
  const term = termOf(text)
  if (!term) throw new Error('nothing to look for')
  return search(await world.viewer(who), term)
}
const namesIn = (found: { items: { name: string }[] }) => found.items.map(({ name }) => name)
const idsIn = (found: { items: { id: string }[] }) => found.items.map(({ id }) => id)

beforeAll(async () => {
  world = await makeWorld()
  cases = await caseMix(world)
  await transaction(systemViewer('setup'), async (tx) => {
    for (const village of ['A.0.3', 'B.0.3']) {
      await tx.village.update({
        where: { id: world.villages[village] ?? '' },
        data: { name: '新安村', pinyin: 'xinancun', initials: 'xac' },
        select: { id: true },
      })
    }
  })
}, 120_000)

describe('a village', () => {
  test.each(['新安', '安', 'xinan', 'XAC', 'Xin An'])('is found by %s', async (text) => {
    const found = await find('A.office', text)
    expect(idsIn(found.villages)).toEqual([world.villages['A.0.3']])
    expect(idsIn(found.cases)).toEqual([cases.rectifying])
  })

  test('is found by its code', async () => {
    expect(idsIn((await find('A.office', '450223201903')).villages)).toEqual([
      world.villages['A.0.3'],
    ])
  })

  test('of the neighbouring county is another one', async () => {
    const found = await find('B.office', '新安')
    expect(idsIn(found.villages)).toEqual([world.villages['B.0.3']])
    expect(found.cases.items).toEqual([])
  })
})

describe('scope', () => {
  test.each([
    ['A.office', true],
    ['A.leader', true],
    ['A.township', true],
    ['A.helper', true],
    ['A.team', true],
    ['A.other-township', false],
    ['A.inspector', false],
    ['A.admin', false],
  ])('%s is told of the case: %s', async (who, told) => {
    const found = await find(who, 'xac')
    expect(idsIn(found.cases)).toEqual(told ? [cases.rectifying] : [])
    // The directory is public within the county; nothing in it says that the village is listed.
    expect(Object.keys(found.villages.items[0] ?? {}).toSorted()).toEqual([
      'code',
      'demo',
      'id',
      'name',
      'township',
    ])
  })

  test('nobody of one county finds a name of the other', async () => {
    for (const who of ['A.office', 'A.admin', 'A.leader', 'A.township', 'A.helper']) {
      expect(JSON.stringify(await find(who, '象州'))).not.toContain('象州')
    }
  })

  test('people are found by those who look after accounts only', async () => {
    const name = (await world.viewer('A.helper')).name
    expect(namesIn((await find('A.office', name)).people)).toContain(name)
    expect(namesIn((await find('A.admin', name)).people)).toContain(name)
    for (const who of ['A.leader', 'A.township', 'A.helper', 'A.inspector']) {
      expect((await find(who, name)).people.items).toEqual([])
    }
  })

  test('organisations are found by characters and by pinyin', async () => {
    expect(namesIn((await find('A.township', '县helper')).organisations)).toContain('鹿寨县helper')
    expect(namesIn((await find('A.township', 'luzhaixianhelper')).organisations)).toContain(
      '鹿寨县helper',
    )
  })
})

test.each(['试', 'x', '%', '_', '\\', "'", '😀', '新'.repeat(500), 'a'.repeat(500), '\ufffd'])(
  '%s is answered',
  async (text) => {
    const found = await find('A.office', text)
    if (['%', '_', '\\'].includes(text)) {
      expect([found.villages.items, found.cases.items]).toEqual([[], []])
    }
    expect(found.villages.items.length).toBeLessThanOrEqual(8)
  },
)

test('a search stays within its statements', async () => {
  const viewer = await world.viewer('A.office')
  const term = termOf('xac')
  if (!term) throw new Error('nothing to look for')
  const sent = await statementsOf(() => search(viewer, term))
  expect(sent.length).toBeGreaterThan(3)
  expect(sent.length).toBeLessThanOrEqual(7)
})
