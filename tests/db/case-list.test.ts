import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { readCaseFrame } from '@/lib/cases/frame-queries'
import { type CaseFilter, colours, parseCaseFilter, sorts } from '@/lib/cases/list-filter'
import { readCaseList } from '@/lib/cases/list-page-queries'
import { listCases } from '@/lib/cases/list-queries'
import { readOverview } from '@/lib/cases/overview-queries'
import { isListed } from '@/lib/cases/workflow'
import { transaction } from '@/lib/db'
import type { Stage } from '@/prisma/generated/enums'
import { caseMix } from '@/tests/support/case-mix'
import { statementsOf } from '@/tests/support/statements'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let cases: Awaited<ReturnType<typeof caseMix>>

async function list(who: string, filter: CaseFilter = {}, today?: string) {
  return listCases(await world.viewer(who, today), filter, { limit: 100 })
}
const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id).toSorted()
const ids = (...names: (keyof typeof cases)[]) => names.map((name) => cases[name]).toSorted()

beforeAll(async () => {
  world = await makeWorld()
  cases = await caseMix(world)
  await transaction(systemViewer('setup'), (tx) =>
    tx.village.update({
      where: { id: world.villages['A.0.3'] ?? '' },
      data: { pinyin: 'xinancun', initials: 'xac' },
      select: { id: true },
    }),
  )
}, 120_000)

describe('scope', () => {
  const ofA = () => Object.values(cases).filter((id) => id !== cases.foreign)

  test.each([
    ['A.office', ofA],
    ['A.leader', ofA],
    ['A.township', () => ids('candidate', 'planning', 'review', 'rectifying', 'paused')],
    [
      'A.other-township',
      () => ids('otherCandidate', 'ready', 'county', 'consolidating', 'closed', 'applied'),
    ],
    ['A.helper', () => ids('rectifying', 'ready', 'county', 'consolidating', 'closed', 'applied')],
    ['B.office', () => ids('foreign')],
    ['B.helper', () => []],
  ])('%s sees exactly its own rows, and counts no other', async (who, expected) => {
    const page = await list(who)
    expect(idsOf(page)).toEqual(expected().toSorted())
    expect(page.total).toBe(expected().length)
    const counted = Object.values(page.byStage).reduce((sum, count) => sum + count, 0)
    expect(counted).toBe(expected().length)
  })

  test('the administrator may not', async () => {
    await expect(list('A.admin')).rejects.toMatchObject({ status: 403 })
  })
})

describe('filters', () => {
  test('the count of a stage is the length of the list it opens', async () => {
    const { byStage } = await list('A.office')
    for (const [stage, count] of Object.entries(byStage)) {
      const page = await list('A.office', { stage: stage as Stage })
      expect(page.items.every((item) => item.stage === stage)).toBe(true)
      expect([page.items.length, page.total]).toEqual([count, count])
      expect(page.byStage).toEqual(byStage)
    }
  })

  test('transformed and being rectified part what is listed', async () => {
    const all = await list('A.office')
    const rectifying = await list('A.office', { state: 'rectifying' })
    const transformed = await list('A.office', { state: 'transformed' })
    expect(idsOf(transformed)).toEqual(ids('closed'))
    const listed = all.items.filter((item) => isListed(item.stage)).length
    expect(rectifying.total + transformed.total).toBe(listed)
  })

  test.each(['2026-03-10', '2026-03-16', '2026-04-08', '2026-06-20', '2026-07-05'])(
    'the light filter says on %s what each light says',
    async (today) => {
      const all = await list('A.office', {}, today)
      for (const light of colours) {
        const page = await list('A.office', { light }, today)
        const expected = all.items.filter((item) => item.light.colour === light)
        expect(idsOf(page)).toEqual(idsOf({ items: expected }))
        expect(page.total).toBe(expected.length)
      }
    },
  )

  test('batch, township, problem and text narrow the list', async () => {
    const all = await list('A.office')
    const batch = all.items.find((item) => item.batch)?.batch?.id
    const inBatch = await list('A.office', { batch })
    expect(idsOf(inBatch)).toEqual(idsOf({ items: all.items.filter((item) => item.batch) }))
    const township = await list('A.office', { township: '450223201' })
    expect(idsOf(township)).toEqual(ids('candidate', 'planning', 'review', 'rectifying', 'paused'))
    expect((await list('A.office', { problem: 'PARALYSED' })).total).toBe(all.total)
    expect((await list('A.office', { problem: 'WEAK' })).total).toBe(0)
    expect((await list('A.office', { problem: 'TEAM_INCOMPLETE' })).total).toBe(all.total)
    for (const q of ['试14', 'xinan', 'XAC', '450223201903'])
      expect(idsOf(await list('A.office', { q }))).toEqual(ids('rectifying'))
  })

  test('what cannot be read is named and left out', async () => {
    const { filter, ignored } = parseCaseFilter({
      stage: 'NOWHERE',
      light: ['red', 'green'],
      township: '12',
      batch: 'x',
      q: '  ',
      state: 'transformed',
    })
    expect(filter).toEqual({ state: 'transformed' })
    expect(ignored.toSorted()).toEqual(['batch', 'light', 'stage', 'township'])
    const page = await readCaseList(
      await world.viewer('A.office'),
      { township: '999999999', stage: 'CLOSED' },
      'rubbish',
    )
    expect(page).toMatchObject({ ignored: ['township'], badCursor: true })
    expect(idsOf(page.page)).toEqual(ids('closed'))
  })
})

describe('paging', () => {
  test.each(sorts)('by %s walks every row once, in the order of the whole list', async (sort) => {
    const viewer = await world.viewer('A.office', '2026-06-20')
    const whole = await listCases(viewer, { sort }, { limit: 100 })
    const walked: string[] = []
    let cursor: string | undefined
    do {
      const page = await listCases(viewer, { sort }, { limit: 3, cursor })
      walked.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
      expect(page.total).toBe(whole.total)
    } while (cursor)
    expect(walked).toEqual(whole.items.map(({ id }) => id))
    expect(new Set(walked).size).toBe(whole.total)
  })

  test.each(sorts)('by %s leads back the way it came, page by page', async (sort) => {
    const viewer = await world.viewer('A.office', '2026-06-20')
    const forth: string[][] = []
    let page = await listCases(viewer, { sort }, { limit: 3 })
    expect(page.previousCursor).toBeNull()
    while (page.nextCursor) {
      forth.push(page.items.map(({ id }) => id))
      page = await listCases(viewer, { sort }, { limit: 3, cursor: page.nextCursor })
    }
    const back: string[][] = []
    while (page.previousCursor) {
      page = await listCases(viewer, { sort }, { limit: 3, cursor: page.previousCursor })
      back.push(page.items.map(({ id }) => id))
    }
    expect(forth.length).toBeGreaterThan(2)
    expect(back.toReversed()).toEqual(forth)
  })

  test('the most urgent come first; a paused case rests at the end', async () => {
    const { items } = await list('A.office', {}, '2026-07-05')
    const first = items.findIndex((item) => item.light.colour !== 'red')
    expect(items.slice(first).some((item) => item.light.colour === 'red')).toBe(false)
    expect(items.at(-1)).toMatchObject({ id: cases.paused, light: { colour: 'grey' } })
  })

  test('a cursor that is none, or of another order, is refused', async () => {
    const viewer = await world.viewer('A.office')
    const { nextCursor } = await listCases(viewer, { sort: 'newest' }, { limit: 1 })
    const given = [
      ['not base64 json', 'newest'],
      [Buffer.from('{"id":1}').toString('base64url'), 'newest'],
      [nextCursor ?? '', 'urgent'],
    ] as const
    for (const [cursor, sort] of given) {
      await expect(listCases(viewer, { sort }, { limit: 1, cursor })).rejects.toMatchObject({
        code: 'invalidInput',
      })
    }
  })
})

describe('statements', () => {
  test('a page stays within its number', async () => {
    const viewer = await world.viewer('A.office')
    const counts = {
      list: await statementsOf(() => readCaseList(viewer, {}, undefined)),
      frame: await statementsOf(() => readCaseFrame(viewer, cases.county)),
      overview: await statementsOf(() => readOverview(viewer, cases.closed)),
    }
    expect(counts.list.length).toBeGreaterThan(0)
    expect(counts.list.length).toBeLessThanOrEqual(8)
    expect(counts.frame.length).toBeLessThanOrEqual(5)
    expect(counts.overview.length).toBeLessThanOrEqual(5)
  })
})
