import { beforeAll, describe, expect, test } from 'vitest'
import { pause } from '@/lib/cases/pause-commands'
import { fromDay, toDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { savePlan, submitPlan } from '@/lib/plans/commands'
import { readCaseVisits } from '@/lib/visits/case-queries'
import { editVisit, finishVisitTask, withdrawVisit } from '@/lib/visits/change-commands'
import { logVisit } from '@/lib/visits/commands'
import { logVisitInput } from '@/lib/visits/schema'
import { acceptedAt } from '@/tests/support/case-accepted'
import { bind, caseAt, draftOf, eventsOf, stateOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { plant } from '@/tests/support/plant'
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

const visit = (caseId: string, change: object = {}) =>
  logVisitInput.parse({
    id: newId(),
    caseId,
    day: '2026-03-08',
    found: '入户走访三户。水渠已通。',
    ...change,
  })
const log = async (who: string, input: ReturnType<typeof visit>, today?: string) =>
  logVisit(await world.viewer(who, today), input)
const columns = 'day::text, entered_on::text, version, withdrawn_on::text, role, village_id'
const stored = async (id: string) =>
  (await owner.query(`SELECT ${columns} FROM visits WHERE id = $1`, [id])).rows

describe('logging', () => {
  test('each who works on the case, in their own name and appointment; the event on the timeline', async () => {
    const caseId = await bound('A.0.0')
    for (const [who, role] of [
      ['A.team', 'WORK_TEAM'],
      ['A.helper', 'HELPER_UNIT'],
      ['A.leader', 'COUNTY_LEADER'],
      ['A.township', 'TOWNSHIP'],
    ] as const) {
      const sent = visit(caseId)
      expect(await log(who, sent)).toEqual({ id: sent.id, version: 1 })
      expect(await stored(sent.id)).toMatchObject([
        { role, day: '2026-03-08', entered_on: '2026-03-10', village_id: world.villages['A.0.0'] },
      ])
    }
    const kinds = await eventsOf(world, 'A.0.0', caseId)
    expect(kinds.filter((kind) => kind === 'visitLogged')).toHaveLength(4)
  })

  test('the others are refused: 404 out of scope, 403 where it is not theirs', async () => {
    const caseId = await bound('A.0.1')
    for (const who of ['A.other-township', 'A.other-helper', 'A.inspector', 'B.office']) {
      await expect(log(who, visit(caseId))).rejects.toMatchObject({ status: 404 })
    }
    for (const who of ['A.office', 'A.unlinked-leader']) {
      await expect(log(who, visit(caseId))).rejects.toMatchObject({ status: 403 })
    }
    expect(await eventsOf(world, 'A.0.1', caseId)).not.toContain('visitLogged')
  })

  test('the same item sent ten times at once is stored once and answers the same', async () => {
    const caseId = await bound('A.0.2')
    const sent = visit(caseId, { metCount: 3, settled: '当场修好' })
    const answers = await Promise.all(Array.from({ length: 10 }, () => log('A.team', sent)))
    expect(answers).toEqual(Array(10).fill({ id: sent.id, version: 1 }))
    expect(await stored(sent.id)).toHaveLength(1)
    const kinds = await eventsOf(world, 'A.0.2', caseId)
    expect(kinds.filter((kind) => kind === 'visitLogged')).toHaveLength(1)
    // Corrected since then, the first item still gets an answer: where the visit stands now.
    await editVisit(await world.viewer('A.team'), {
      ...visit(caseId),
      visitId: sent.id,
      version: 1,
    })
    expect(await log('A.team', sent)).toEqual({ id: sent.id, version: 2 })
    await expect(log('A.team', { ...sent, found: '另一段话' })).rejects.toMatchObject({
      code: 'entrySentOtherwise',
      params: { version: 2 },
    })
    await expect(log('A.township', sent)).rejects.toMatchObject({ code: 'entryIdTaken' })
    // An id of a visit the sender does not see says no more than that it is taken.
    const { caseId: elsewhere } = await caseAt(world, 'PLANNING', { village: 'A.1.0' })
    await expect(
      log('A.other-township', { ...visit(elsewhere, { day: '2026-03-10' }), id: sent.id }),
    ).rejects.toMatchObject({ code: 'entryIdTaken' })
  })

  test('what comes late counts, marked by its two days; outside case or appointment it does not', async () => {
    const caseId = await bound('A.0.3')
    const late = visit(caseId, { day: opened })
    await log('A.team', late, '2026-03-30')
    expect(await stored(late.id)).toMatchObject([{ day: opened, entered_on: '2026-03-30' }])
    const refused = (change: object) =>
      expect(log('A.team', visit(caseId, change))).rejects.toMatchObject({ status: 422 })
    await refused({ day: '2026-03-11' })
    await refused({ day: '2026-03-01' })
    const novice = newId()
    world.users['A.novice'] = novice
    const county_id = '450223'
    await plant(owner, [
      [
        'users',
        [
          {
            id: novice,
            county_id,
            account: 'novice',
            name: '新队员',
            must_change_password: false,
            demo: true,
          },
        ],
      ],
      [
        'appointments',
        [
          {
            id: newId(),
            county_id,
            user_id: novice,
            organisation_id: world.organisations['A.team'],
            role: 'WORK_TEAM',
            from_on: '2026-03-09',
            confirmed_at: '2026-03-09',
          },
        ],
      ],
    ])
    await log('A.novice', visit(caseId, { day: '2026-03-09' }))
    await expect(log('A.novice', visit(caseId))).rejects.toMatchObject({
      issues: [{ field: 'day', code: 'entryOutsideAppointment' }],
    })
  })

  test('a closed case takes what happened before its closing, nothing after', async () => {
    const { caseId } = await acceptedAt(world, 'CLOSED', { village: 'A.0.4', on: '2026-03-05' })
    await log('A.township', visit(caseId, { day: '2026-03-05' }))
    await expect(log('A.township', visit(caseId, { day: '2026-03-06' }))).rejects.toMatchObject({
      issues: [{ field: 'day', code: 'entryAfterClosing', params: { to: '2026-03-05' } }],
    })
  })

  test('a paused case takes none; links must be of this case, people of this county', async () => {
    const caseId = await bound('A.0.5')
    const other = await caseAt(world, 'PLANNING', { village: 'A.1.1' })
    const links = {
      problemIds: other.problems.map(({ id }) => id),
      measureIds: [newId()],
      companionIds: [world.users['B.team']],
    }
    await expect(log('A.team', visit(caseId, links))).rejects.toMatchObject({
      issues: ['problemIds', 'measureIds', 'companionIds'].map((field) => ({ field })),
    })
    const own = await stateOf(world, 'A.0.5', caseId)
    const good = visit(caseId, {
      problemIds: own.problems.map(({ id }) => id),
      companionIds: [world.users['A.helper']],
    })
    await log('A.team', good)
    await pause(await world.viewer('A.office'), {
      caseId,
      version: own.version,
      reason: '换届期间暂停',
    })
    await expect(log('A.team', visit(caseId))).rejects.toMatchObject({ code: 'casePaused' })
    await expect(
      withdrawVisit(await world.viewer('A.team'), {
        visitId: good.id,
        version: 1,
        reason: '重复登记',
      }),
    ).rejects.toMatchObject({ code: 'casePaused' })
  })
})

test('what the rule set asks stands beside what was logged: for those asked and the township', async () => {
  const caseId = await bound('A.1.5')
  await log('A.helper', visit(caseId, { day: '2026-03-09' }))
  const facts = async (who: string) =>
    (await readCaseVisits(await world.viewer(who), caseId)).rhythm.map(({ slot, count, last }) => [
      slot,
      count,
      last,
    ])
  const [leader, helper] = [
    ['COUNTY_LEADER', 0, null],
    ['HELPER_UNIT', 1, '2026-03-09'],
  ]
  expect(await facts('A.other-township')).toEqual([leader, helper])
  expect(await facts('A.leader')).toEqual([leader])
  expect(await facts('A.helper')).toEqual([helper])
  expect(await facts('A.team')).toEqual([])
  expect(await facts('A.office')).toEqual([])
})

describe('correcting and withdrawing', () => {
  test('by the author alone, as last seen, until the case leaves its stage; both versions are told', async () => {
    const { caseId, version } = await caseAt(world, 'PLANNING', { village: 'A.1.2' })
    const who = 'A.other-township'
    const sent = visit(caseId, { day: '2026-03-10' })
    await log(who, sent)
    const edit = async (by: string, change: object = {}) =>
      editVisit(await world.viewer(by), {
        ...sent,
        visitId: sent.id,
        version: 1,
        found: '改过的话',
        ...change,
      })
    await expect(edit('A.other-township-2')).rejects.toMatchObject({ code: 'entryOfAnother' })
    await expect(edit('A.township')).rejects.toMatchObject({ status: 404 })
    await expect(edit(who, { version: 2 })).rejects.toMatchObject({ code: 'changedMeanwhile' })
    expect(await edit(who)).toEqual({ id: sent.id, version: 2 })
    const [event] = await read(await world.viewer('A.office'), (tx) =>
      tx.event.findMany({ where: { caseId, kind: 'visitChanged' } }),
    )
    expect(event?.details).toMatchObject({
      visitId: sent.id,
      changes: { found: [sent.found, '改过的话'] },
    })
    const second = visit(caseId, { day: '2026-03-10' })
    await log(who, second)
    const back = { visitId: second.id, version: 1, reason: '登记错村' }
    await withdrawVisit(await world.viewer(who), back)
    expect(await stored(second.id)).toMatchObject([{ withdrawn_on: '2026-03-10', version: 2 }])
    await expect(edit(who, { visitId: second.id, version: 2 })).rejects.toMatchObject({
      code: 'entryWithdrawn',
    })
    const township = await world.viewer(who)
    const now = await stateOf(world, 'A.1.2', caseId)
    await savePlan(township, draftOf(world, 'A.1.2', now))
    await submitPlan(township, { caseId, version })
    await expect(edit(who, { version: 2 })).rejects.toMatchObject({ code: 'entryStageLeft' })
  })

  test('what is left to do is finished by whoever works on the case, once', async () => {
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.1.3', on: opened })
    await bind(world, 'A.1.3', caseId, 'WORK_TEAM')
    const sent = visit(caseId, { task: '联系水利站', taskPerson: '韦某', taskDueOn: '2026-03-20' })
    await log('A.team', sent)
    const finish = async (who: string) =>
      finishVisitTask(await world.viewer(who), { visitId: sent.id, version: 1, result: '已联系' })
    await expect(finish('A.office')).rejects.toMatchObject({ status: 403 })
    expect(await finish('A.other-township')).toEqual({ id: sent.id, version: 2 })
    await expect(finish('A.team')).rejects.toMatchObject({ code: 'visitTaskNotOpen' })
    const [row] = await read(await world.viewer('A.team'), (tx) =>
      tx.visit.findMany({ where: { id: sent.id } }),
    )
    expect(row).toMatchObject({ taskDoneByName: 'Aother-township', taskResult: '已联系' })
    expect(row?.taskDoneOn && toDay(row.taskDoneOn)).toBe('2026-03-10')
  })

  test('the database itself keeps the words of another, and who wrote them', async () => {
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.1.4', on: opened })
    await bind(world, 'A.1.4', caseId, 'WORK_TEAM')
    const sent = visit(caseId)
    await log('A.team', sent)
    const change = async (who: string, data: object) =>
      transaction(await world.viewer(who), (tx) =>
        tx.visit.updateMany({ where: { id: sent.id }, data }),
      )
    await expect(change('A.other-township', { found: '别人的话' })).rejects.toThrow(
      /not this viewer/,
    )
    await expect(change('A.team', { authorName: '别人' })).rejects.toThrow(/not this viewer/)
    await expect(change('A.team', { enteredOn: fromDay('2026-03-08') })).rejects.toThrow()
    expect(await change('A.township', { found: '外乡' })).toEqual({ count: 0 })
  })
})
