import { beforeAll, describe, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/commands'
import { assignMany } from '@/lib/assignments/grid-commands'
import { readAssignGrid } from '@/lib/assignments/grid-queries'
import { assignManyInput } from '@/lib/assignments/schema'
import { pause } from '@/lib/cases/pause-commands'
import { fromDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { type CaseAt, caseAt, eventsOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { statementsOf } from '@/tests/support/statements'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
const { owner } = databaseOfThisFile()
const villages = ['A.0.0', 'A.0.1', 'A.1.0', 'A.1.1']
const cases: Record<string, CaseAt> = {}

beforeAll(async () => {
  world = await makeWorld()
  for (const village of [...villages, 'B.0.0'])
    cases[village] = await caseAt(world, 'PLANNING', { village })
})

const id = (village: string) => cases[village]?.caseId ?? ''
const organisation = (short: string) => world.organisations[`A.${short}`] ?? ''
const user = (account: string) => world.users[`A.${account}`] ?? ''
const office = (day?: string) => world.viewer('A.office', day)
type Cells = Record<string, object>
const input = (given: Record<string, Cells>, change: object = {}) =>
  assignManyInput.parse({
    batchId: cases['A.0.0']?.batchId,
    fromOn: worldDay,
    cases: Object.fromEntries(
      Object.entries(given).map(([village, cells]) => [id(village), cells]),
    ),
    ...change,
  })
const held = async (village: string) =>
  read(await office(), async (tx) => {
    const rows = await tx.assignment.findMany({
      where: { caseId: id(village), toOn: null },
      orderBy: { slot: 'asc' },
    })
    return Object.fromEntries(rows.map((row) => [row.slot, row]))
  })
const events = async (village: string) =>
  (await eventsOf(world, village, id(village))).filter((kind) => kind.startsWith('assignment'))
const four = (name: string) => ({
  COUNTY_LEADER: { userId: user('leader') },
  TOWNSHIP_LEADER: { personName: name },
  WORK_TEAM: { organisationId: organisation('team'), personName: '莫书记' },
  HELPER_UNIT: { organisationId: organisation('helper') },
})
const field = (village: string, rest: string) => `cases.${id(village)}.${rest}`

describe('what stands against a cell is named beside it, and nothing is done', () => {
  test('missing halves, somebody of elsewhere, a day to come: all at once', async () => {
    const given = input(
      {
        'A.0.0': four('韦镇长'),
        'A.0.1': {
          COUNTY_LEADER: { userId: user('helper') },
          WORK_TEAM: { organisationId: organisation('team') },
          HELPER_UNIT: { organisationId: organisation('team-2') },
        },
        'A.1.0': { WORK_TEAM: { personName: '莫书记' } },
      },
      { fromOn: '2026-03-11' },
    )
    await expect(assignMany(await office(), given)).rejects.toMatchObject({
      issues: [
        { field: 'fromOn', code: 'dateInFuture' },
        { field: field('A.0.1', 'COUNTY_LEADER.userId'), code: 'invalidChoice' },
        { field: field('A.0.1', 'HELPER_UNIT.organisationId'), code: 'invalidChoice' },
        { field: field('A.0.1', 'WORK_TEAM.personName'), code: 'required' },
        { field: field('A.1.0', 'WORK_TEAM.organisationId'), code: 'required' },
      ],
    })
    expect(await held('A.0.0')).toEqual({})
    expect(await events('A.0.0')).toEqual([])
  })

  test('another county’s case, another township’s, a bound role, a paused village', async () => {
    const foreign = input({ 'B.0.0': four('某') })
    await expect(assignMany(await office(), foreign)).rejects.toMatchObject({
      issues: [{ field: `cases.${id('B.0.0')}`, code: 'notFound' }],
    })
    await expect(
      assignMany(await world.viewer('A.township'), input({ 'A.1.0': four('某') })),
    ).rejects.toMatchObject({ issues: [{ field: `cases.${id('A.1.0')}`, code: 'notFound' }] })
    for (const who of ['A.helper', 'A.leader', 'A.inspector'])
      await expect(
        assignMany(await world.viewer(who), input({ 'A.0.0': four('某') })),
        who,
      ).rejects.toMatchObject({ status: 403 })
    const { version = 0 } = cases['A.1.1'] ?? {}
    await pause(await office(), { caseId: id('A.1.1'), version, reason: '撤并前清查' })
    await expect(
      assignMany(await office(), input({ 'A.0.0': four('某'), 'A.1.1': four('某') })),
    ).rejects.toMatchObject({ issues: [{ field: `cases.${id('A.1.1')}`, code: 'casePaused' }] })
    expect(await held('A.0.0')).toEqual({})
  })
})

describe('filling', () => {
  test('two villages at once, an event for every slot; a name that is an account’s links it', async () => {
    const done = await assignMany(
      await office(),
      input({ 'A.0.0': four('Atownship'), 'A.0.1': four('韦镇长') }),
    )
    expect(done).toEqual({ filled: 8, replaced: 0 })
    expect(await events('A.0.0')).toEqual(Array.from({ length: 4 }, () => 'assignmentMade'))
    expect(await held('A.0.0')).toMatchObject({
      COUNTY_LEADER: { userId: user('leader'), personName: 'Aleader' },
      TOWNSHIP_LEADER: {
        userId: user('township'),
        organisationId: organisation('township-0'),
      },
    })
    expect(await held('A.0.1')).toMatchObject({
      TOWNSHIP_LEADER: {
        userId: null,
        personName: '韦镇长',
        organisationId: organisation('township-0'),
      },
    })
    expect(
      await read(await world.viewer('A.helper'), (tx) =>
        tx.case.count({ where: { id: { in: [id('A.0.0'), id('A.0.1')] } } }),
      ),
    ).toBe(2)
  })

  test('a cell left as it was seen is no change, and is not emptied here', async () => {
    const { HELPER_UNIT, TOWNSHIP_LEADER } = await held('A.0.1')
    const same = { was: HELPER_UNIT?.id, organisationId: organisation('helper') }
    expect(await assignMany(await office(), input({ 'A.0.1': { HELPER_UNIT: same } }))).toEqual({
      filled: 0,
      replaced: 0,
    })
    await expect(
      assignMany(
        await office(),
        input({ 'A.0.1': { TOWNSHIP_LEADER: { was: TOWNSHIP_LEADER?.id } } }),
      ),
    ).rejects.toMatchObject({
      issues: [{ field: field('A.0.1', 'TOWNSHIP_LEADER.personName'), code: 'slotNotCleared' }],
    })
    expect(await events('A.0.1')).toHaveLength(4)
  })

  test('a bound slot is handed over with a note, kept with each', async () => {
    const was = async (village: string) => (await held(village)).HELPER_UNIT?.id
    const given = {
      'A.0.0': {
        HELPER_UNIT: { was: await was('A.0.0'), organisationId: organisation('helper-2') },
      },
      'A.0.1': {
        HELPER_UNIT: { was: await was('A.0.1'), organisationId: organisation('helper-2') },
      },
    }
    const later = await office('2026-03-20')
    const onDay = { fromOn: '2026-03-20' }
    await expect(assignMany(later, input(given, onDay))).rejects.toMatchObject({
      issues: [
        { field: field('A.0.0', 'HELPER_UNIT.organisationId'), code: 'handoverNoteMissing' },
        { code: 'handoverNoteMissing' },
      ],
    })
    await expect(assignMany(later, input(given, { handoverNote: '已交接' }))).rejects.toMatchObject(
      { issues: [{ code: 'successorTooEarly' }, {}] },
    )
    expect(await assignMany(later, input(given, { ...onDay, handoverNote: '已交接' }))).toEqual({
      filled: 0,
      replaced: 2,
    })
    expect((await events('A.0.1')).at(-1)).toBe('assignmentReplaced')
    expect(await held('A.0.0')).toMatchObject({
      HELPER_UNIT: { organisationId: organisation('helper-2'), fromOn: fromDay('2026-03-20') },
    })
  })
})

describe('two colleagues', () => {
  test('who fills a cell that was filled meanwhile is told by whom and with what', async () => {
    await assign(await world.viewer('A.office-2'), {
      caseId: id('A.1.0'),
      slot: 'HELPER_UNIT',
      organisationId: organisation('helper'),
      personName: '',
      personPost: '',
      fromOn: worldDay,
    })
    const cell = { HELPER_UNIT: { organisationId: organisation('helper-2') } }
    await expect(assignMany(await office(), input({ 'A.1.0': cell }))).rejects.toMatchObject({
      status: 409,
      code: 'slotsChanged',
      meanwhile: { by: 'Aoffice-2', kind: 'assignmentMade' },
      issues: [
        {
          field: field('A.1.0', 'HELPER_UNIT.organisationId'),
          code: 'slotChanged',
          params: { holder: '鹿寨县helper' },
        },
      ],
    })
    expect((await held('A.1.0')).HELPER_UNIT?.organisationId).toBe(organisation('helper'))
  })

  test('other cells of the same village do not get in each other’s way; the same is no conflict', async () => {
    const given = input({
      'A.1.0': {
        HELPER_UNIT: { organisationId: organisation('helper') },
        TOWNSHIP_LEADER: { personName: '韦镇长' },
      },
    })
    expect(await assignMany(await office(), given)).toEqual({ filled: 1, replaced: 0 })
  })

  test('at the same moment: one fills, the other is told', async () => {
    const cell = (name: string) => input({ 'A.1.0': { TOWNSHIP_OFFICER: { personName: name } } })
    const ends = await Promise.allSettled([
      assignMany(await office(), cell('甲')),
      assignMany(await world.viewer('A.office-2'), cell('乙')),
    ])
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'slotsChanged' },
    })
    expect((await events('A.1.0')).filter((kind) => kind === 'assignmentMade')).toHaveLength(3)
  })
})

describe('the grid', () => {
  const batchId = () => cases['A.0.0']?.batchId ?? ''

  test('shows the viewer’s villages with who holds what, with few statements', async () => {
    const viewer = await office()
    const sent = await statementsOf(() => readAssignGrid(viewer, batchId(), {}))
    expect(sent.length).toBeLessThanOrEqual(8)
    const grid = await readAssignGrid(viewer, batchId(), {})
    expect(grid.villages.map(({ name }) => name)).toEqual(['试21村', '试11村', '试12村'])
    expect(grid.gaps).toBe(1)
    expect(grid.townships).toHaveLength(2)
    expect(grid.accounts.map(({ role }) => role)).toContain('COUNTY_LEADER')
    const gaps = await readAssignGrid(viewer, batchId(), { gaps: '1' })
    expect(gaps.villages.map(({ name }) => name)).toEqual(['试21村'])
  })

  test('a township sees its own, a bound role none, another county nothing', async () => {
    const own = await readAssignGrid(await world.viewer('A.township'), batchId(), {})
    expect(own.villages.map(({ name }) => name)).toEqual(['试11村', '试12村'])
    await expect(
      readAssignGrid(await world.viewer('A.helper'), batchId(), {}),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      readAssignGrid(await world.viewer('B.office'), batchId(), {}),
    ).rejects.toMatchObject({ status: 404 })
  })
})

test('an appointment that has expired is no choice any more, and whoever held by it stays', async () => {
  await owner.query('UPDATE appointments SET to_on = $1 WHERE user_id = $2', [
    '2026-03-09',
    user('leader'),
  ])
  const COUNTY_LEADER = { userId: user('leader') }
  await expect(
    assignMany(await office(), input({ 'A.1.0': { COUNTY_LEADER } })),
  ).rejects.toMatchObject({
    issues: [{ field: field('A.1.0', 'COUNTY_LEADER.userId'), code: 'invalidChoice' }],
  })
  const seen = { ...COUNTY_LEADER, was: (await held('A.0.0')).COUNTY_LEADER?.id }
  expect(await assignMany(await office(), input({ 'A.0.0': { COUNTY_LEADER: seen } }))).toEqual({
    filled: 0,
    replaced: 0,
  })
})
