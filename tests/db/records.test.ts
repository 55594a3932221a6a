import { beforeAll, describe, expect, test } from 'vitest'
import { pause } from '@/lib/cases/pause-commands'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { savePlan, submitPlan } from '@/lib/plans/commands'
import { readCaseRecords } from '@/lib/records/case-queries'
import { editRecord, withdrawRecord } from '@/lib/records/change-commands'
import { addRecord } from '@/lib/records/commands'
import { listRecords } from '@/lib/records/list-queries'
import { readRecord } from '@/lib/records/queries'
import { addResult } from '@/lib/records/result-commands'
import { type AddRecord, addRecordInput } from '@/lib/records/schema'
import { acceptedAt } from '@/tests/support/case-accepted'
import { bind, caseAt, draftOf, eventsOf, stateOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
})

const opened = '2026-03-02'

/** A case of A.0 since 2 March to which team, helper unit and leader are bound. */
async function bound(village: string) {
  const { caseId } = await caseAt(world, 'PLANNING', { village, on: opened })
  await bind(world, village, caseId, 'WORK_TEAM')
  await bind(world, village, caseId, 'HELPER_UNIT')
  await transaction(await world.viewer('A.office'), (tx) =>
    tx.assignment.create({
      data: {
        id: newId(),
        caseId,
        slot: 'COUNTY_LEADER',
        userId: world.users['A.leader'] ?? '',
        fromOn: fromDay(opened),
      },
      select: { id: true },
    }),
  )
  return caseId
}

const record = (caseId: string, change: object = {}) =>
  addRecordInput.parse({
    id: newId(),
    caseId,
    kind: 'HELP_GIVEN',
    day: '2026-03-08',
    text: '送来果苗三千株。',
    detail: { by: 'DEPARTMENT' },
    ...change,
  })
const project = (caseId: string, change: object = {}) =>
  record(caseId, {
    kind: 'PROJECT',
    text: '',
    detail: { title: '沙糖橘种植', size: 250, investment: 80_000, households: 31 },
    ...change,
  })
const add = async (who: string, input: AddRecord, today?: string) =>
  addRecord(await world.viewer(who, today), input)
const stored = (id: string) =>
  owner
    .query(
      `SELECT kind, day::text, entered_on::text, version, withdrawn_on::text, text, detail, results, role, village_id
       FROM work_records WHERE id = $1`,
      [id],
    )
    .then(({ rows }) => rows)
const logged = async (village: string, caseId: string) =>
  (await eventsOf(world, village, caseId)).filter((kind) => kind === 'recordLogged').length

describe('adding', () => {
  test('each side its own kinds, in its own name and appointment; one event each', async () => {
    const caseId = await bound('A.0.0')
    const funds = { kind: 'FUNDS', text: '', detail: { year: 2026, officeFunds: 17_000 } }
    const group = { kind: 'JOINT_WORKING_GROUP_MEETING', detail: {} }
    for (const [who, role, change] of [
      ['A.team', 'WORK_TEAM', {}],
      ['A.helper', 'HELPER_UNIT', {}],
      ['A.leader', 'COUNTY_LEADER', { detail: { by: 'LEADER' } }],
      ['A.township', 'TOWNSHIP', funds],
      ['A.office', 'COUNTY_OFFICE', group],
    ] as const) {
      const sent = record(caseId, change)
      expect(await add(who, sent)).toEqual({ id: sent.id, version: 1 })
      expect(await stored(sent.id)).toMatchObject([
        { role, day: '2026-03-08', entered_on: '2026-03-10', village_id: world.villages['A.0.0'] },
      ])
    }
    expect(await logged('A.0.0', caseId)).toBe(5)
  })

  test('the others are refused: 404 out of scope, 403 where the kind is not theirs', async () => {
    const caseId = await bound('A.0.1')
    const refused = (who: string, input: AddRecord, status: number) =>
      expect(add(who, input)).rejects.toMatchObject({ status })
    for (const who of ['A.other-township', 'A.other-helper', 'A.inspector', 'B.office']) {
      await refused(who, record(caseId), 404)
    }
    const reserve = record(caseId, { kind: 'RESERVE_ADDED', detail: { name: '覃某' } })
    for (const who of ['A.team', 'A.helper', 'A.leader']) await refused(who, reserve, 403)
    await refused('A.leader', project(caseId), 403)
    await refused('A.office', project(caseId), 403)
    await refused('A.unlinked-leader', record(caseId), 403)
    expect(await logged('A.0.1', caseId)).toBe(0)
  })

  test('the same item sent ten times at once is stored once and answers the same', async () => {
    const caseId = await bound('A.0.2')
    for (const sent of [
      project(caseId),
      record(caseId, { kind: 'RESERVE_ADDED', text: '', detail: { name: '覃某' } }),
    ]) {
      const who = sent.kind === 'PROJECT' ? 'A.team' : 'A.township'
      const answers = await Promise.all(Array.from({ length: 10 }, () => add(who, sent)))
      expect(answers).toEqual(Array(10).fill({ id: sent.id, version: 1 }))
      await expect(add(who, { ...sent, text: '另一段话' })).rejects.toMatchObject({
        code: 'entrySentOtherwise',
      })
      await expect(add('A.township-2', sent)).rejects.toMatchObject({ code: 'entryIdTaken' })
    }
    expect(await logged('A.0.2', caseId)).toBe(2)
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM reserve_cadres WHERE village_id = $1 AND name = '覃某'`,
      [world.villages['A.0.2']],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  test('the day and the links must be the case’s; a paused case takes none', async () => {
    const caseId = await bound('A.0.3')
    const other = await caseAt(world, 'PLANNING', { village: 'A.1.1' })
    const refused = (change: object, fields: string[]) =>
      expect(add('A.team', record(caseId, change))).rejects.toMatchObject({
        issues: fields.map((field) => ({ field })),
      })
    await refused({ day: '2026-03-11' }, ['day'])
    await refused({ day: '2026-03-01' }, ['day'])
    await refused({ problemIds: other.problems.map(({ id }) => id), measureIds: [newId()] }, [
      'problemIds',
      'measureIds',
    ])
    const { version } = await stateOf(world, 'A.0.3', caseId)
    await pause(await world.viewer('A.office'), { caseId, version, reason: '换届期间暂停' })
    await expect(add('A.team', record(caseId))).rejects.toMatchObject({ code: 'casePaused' })
  })

  test('a closed case takes what happened before its closing, and results of its projects', async () => {
    const { caseId } = await acceptedAt(world, 'CLOSED', { village: 'A.0.4', on: '2026-03-05' })
    const sent = project(caseId, { day: '2026-03-05' })
    await add('A.township', sent)
    await expect(add('A.township', project(caseId, { day: '2026-03-06' }))).rejects.toMatchObject({
      issues: [{ field: 'day', code: 'entryAfterClosing' }],
    })
    const told = { recordId: sent.id, version: 1, year: 2027, text: '已挂果', income: 12_000 }
    const later = await world.viewer('A.township', '2027-12-30')
    expect(await addResult(later, told)).toEqual({ id: sent.id, version: 2 })
    await expect(addResult(later, { ...told, version: 2 })).rejects.toMatchObject({
      issues: [{ field: 'year', code: 'resultRepeated' }],
    })
    expect(await stored(sent.id)).toMatchObject([
      { results: [{ year: 2027, income: 12_000, addedOn: '2027-12-30' }] },
    ])
    expect(await eventsOf(world, 'A.0.4', caseId)).toContain('projectResultAdded')
  })

  test('funds by the population tier; otherwise with a reason; once a year', async () => {
    const caseId = await bound('A.0.5')
    await owner.query(
      'UPDATE villages SET population = 5000, without_income = true WHERE id = $1',
      [world.villages['A.0.5']],
    )
    const funds = (detail: object) => record(caseId, { kind: 'FUNDS', text: '', detail })
    const due = { year: 2026, officeFunds: 17_000, supplement: 2_000 }
    for (const wrong of [{ officeFunds: 16_999 }, { supplement: 0 }]) {
      await expect(add('A.township', funds({ ...due, ...wrong }))).rejects.toMatchObject({
        issues: [{ field: 'detail.reason', code: 'fundsDeviate', params: { office: 17_000 } }],
      })
    }
    await add('A.township', funds(due))
    await expect(add('A.office', funds(due))).rejects.toMatchObject({
      issues: [{ field: 'detail.year', code: 'fundsRepeated' }],
    })
    await add('A.office', funds({ ...due, year: 2025, officeFunds: 1, reason: '分两次下拨' }))
    // Nor by two corrections at once.
    const viewer = await world.viewer('A.township')
    const both = [2023, 2024].map((year) => funds({ ...due, year }))
    for (const one of both) await addRecord(viewer, one)
    const settled = await Promise.allSettled(
      both.map(({ id: recordId, caseId: _, ...sent }) => {
        const detail = { ...due, year: 2022, reason: '' }
        return editRecord(viewer, { ...sent, recordId, version: 1, detail } as never)
      }),
    )
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('correcting and withdrawing', () => {
  test('by the author alone until the case leaves its stage; both versions are told', async () => {
    const { caseId, version } = await caseAt(world, 'PLANNING', { village: 'A.1.2' })
    const who = 'A.other-township'
    const sent = project(caseId, { day: '2026-03-10' })
    await add(who, sent)
    const detail = { title: '沙糖橘种植', size: 260, unit: 'MU', effect: '' }
    const edit = async (by: string, change: object = {}) =>
      editRecord(await world.viewer(by), {
        ...sent,
        recordId: sent.id,
        version: 1,
        detail,
        ...change,
      } as never)
    await expect(edit('A.other-township-2')).rejects.toMatchObject({ code: 'entryOfAnother' })
    await expect(edit('A.township')).rejects.toMatchObject({ status: 404 })
    await expect(edit(who, { version: 2 })).rejects.toMatchObject({ code: 'changedMeanwhile' })
    await expect(edit(who, { kind: 'HELP_GIVEN' })).rejects.toMatchObject({
      code: 'recordKindFixed',
    })
    expect(await edit(who)).toEqual({ id: sent.id, version: 2 })
    const page = await readRecord(await world.viewer('A.office'), sent.id)
    expect(page.versions[0]?.changes).toMatchObject({
      'detail.size': [250, 260],
      'detail.investment': [80_000, null],
    })
    const second = record(caseId, { day: '2026-03-10' })
    await add(who, second)
    const withdraw = { recordId: second.id, version: 1, reason: '登记错村' }
    await withdrawRecord(await world.viewer(who), withdraw)
    expect(await stored(second.id)).toMatchObject([{ withdrawn_on: '2026-03-10', version: 2 }])
    const township = await world.viewer(who)
    await savePlan(township, draftOf(world, 'A.1.2', await stateOf(world, 'A.1.2', caseId)))
    await submitPlan(township, { caseId, version })
    await expect(edit(who, { version: 2 })).rejects.toMatchObject({ code: 'entryStageLeft' })
  })

  test('the database itself keeps the words of another, and what a kind may be', async () => {
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.1.4', on: opened })
    await bind(world, 'A.1.4', caseId, 'WORK_TEAM')
    const sent = project(caseId)
    await add('A.team', sent)
    const change = async (who: string, data: object) =>
      transaction(await world.viewer(who), (tx) =>
        tx.workRecord.updateMany({ where: { id: sent.id }, data }),
      )
    await expect(change('A.other-township', { text: '别人的话' })).rejects.toThrow(
      /not this viewer/,
    )
    await expect(change('A.team', { authorName: '别人' })).rejects.toThrow(/not this viewer/)
    await expect(change('A.team', { kind: 'HELP_GIVEN' })).rejects.toThrow(/not this viewer/)
    expect(await change('A.township', { text: '外乡' })).toEqual({ count: 0 })
  })
})

describe('reading', () => {
  test('lists by move, kind, words and period, in scope; a measure’s and a case’s own', async () => {
    const caseId = await bound('A.1.0')
    await add('A.team', project(caseId))
    await add('A.team', record(caseId, { day: '2026-03-05', text: '慰问困难党员' }))
    const list = async (who: string, filter: object) =>
      (await listRecords(await world.viewer(who), { case: caseId, ...filter })).records.map(
        ({ kind }) => kind,
      )
    expect(await list('A.helper', {})).toEqual(['PROJECT', 'HELP_GIVEN'])
    expect(await list('A.helper', { q: '困难' })).toEqual(['HELP_GIVEN'])
    expect(await list('A.helper', { move: 'SERVICE', to: '2026-03-06' })).toEqual(['HELP_GIVEN'])
    expect(await list('A.helper', { move: 'TEAM' })).toEqual([])
    expect(await list('A.helper', { move: 'TEAM', kind: 'PROJECT' })).toEqual([])
    expect(await list('A.other-helper', {})).toEqual([])
    const page = await readCaseRecords(await world.viewer('A.helper'), caseId)
    expect(page).toMatchObject({ mayLog: true, records: [{}, {}] })
    await expect(
      readCaseRecords(await world.viewer('A.other-helper'), caseId),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('organisation life by quarter where a listed problem is about it, and only there', async () => {
    const caseId = await bound('A.1.3')
    const lecture = { kind: 'THREE_MEETINGS', detail: { meeting: 'PARTY_LECTURE' } }
    await add('A.team', record(caseId, lecture))
    const read = async () => (await readCaseRecords(await world.viewer('A.team'), caseId)).quarters
    const listed = 'UPDATE problem_kinds SET organisation_life = $1'
    await owner.query(listed, [false])
    expect(await read()).toBeNull()
    await owner.query(listed, [true])
    expect((await read())?.[0]).toMatchObject({ from: '2026-01-01', held: { PARTY_LECTURE: 1 } })
    await owner.query(`${listed} WHERE code <> 'ORGANISATION_LIFE_HOLLOW'`, [false])
  })
})
