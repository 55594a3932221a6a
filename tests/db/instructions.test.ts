import { beforeAll, describe, expect, test } from 'vitest'
import { readHome } from '@/lib/dashboards/home-queries'
import { fromDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { answerInstruction, recordInstruction } from '@/lib/instructions/commands'
import { listInstructions } from '@/lib/instructions/list-queries'
import { instructionsOfCase, readInstruction } from '@/lib/instructions/queries'
import { returnInstruction } from '@/lib/instructions/return-commands'
import { bind, caseAt, eventsOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { statementsOf } from '@/tests/support/statements'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
})

/** A case to which the leader is linked. */
async function linked(village: string) {
  const { caseId } = await caseAt(world, 'PLANNING', { village })
  await transaction(await world.viewer('A.office'), (tx) =>
    tx.assignment.create({
      data: {
        id: newId(),
        caseId,
        slot: 'COUNTY_LEADER',
        userId: world.users['A.leader'] ?? '',
        personName: 'Aleader',
        fromOn: fromDay(worldDay),
      },
      select: { id: true },
    }),
  )
  return caseId
}

const text = '请农业农村局抓紧落实产业项目。'
const given = (caseId: string, organisation: string, change: object = {}) => ({
  caseId,
  givenOn: '2026-03-09',
  text,
  organisationId: world.organisations[organisation] ?? '',
  dueOn: '2026-03-20',
  ...change,
})
const seen = async (who: string, id: string, today?: string) =>
  readInstruction(await world.viewer(who, today), id)

describe('instructions', () => {
  test('a linked leader writes, the department answers, not twice in a row, both stand on the timeline', async () => {
    const caseId = await linked('A.0.0')
    const leader = await world.viewer('A.leader')
    const id = await recordInstruction(leader, given(caseId, 'A.helper-2'))
    const { instruction } = await seen('A.office', id)
    expect(instruction).toMatchObject({
      leaderName: 'Aleader',
      leaderId: world.users['A.leader'],
      text,
    })
    const department = await world.viewer('A.other-helper')
    const { queue } = await readHome(department)
    expect(queue.find(({ key }) => key === id)).toMatchObject({
      verb: 'answerInstruction',
      light: { colour: 'green', code: 'instructionOnTime' },
    })
    expect(await seen('A.other-helper', id)).toMatchObject({ kase: null, answers: true })
    expect((await seen('A.other-helper', id, '2026-03-23')).light.colour).toBe('red')
    const answer = { instructionId: id, version: 1, answer: '项目资金已下达' }
    expect((await readHome(leader)).instructions).toMatchObject([{ id, answeredOn: null }])
    await answerInstruction(department, answer)
    expect((await readHome(leader)).instructions).toMatchObject([
      { id, answeredOn: fromDay(worldDay), answer: '项目资金已下达' },
    ])
    await expect(answerInstruction(department, answer)).rejects.toMatchObject({
      code: 'instructionAnswered',
    })
    expect(await seen('A.leader', id)).toMatchObject({
      instruction: { answer: '项目资金已下达', answeredByName: 'Aother-helper' },
      light: { code: 'done' },
      answers: false,
    })
    expect((await eventsOf(world, 'A.0.0', caseId)).slice(-2)).toEqual([
      'instructionRecorded',
      'instructionAnswered',
    ])
  })

  test('the county office writes on behalf, naming an account or a person without one', async () => {
    const caseId = await linked('A.0.1')
    const office = await world.viewer('A.office')
    const record = (change: object) => recordInstruction(office, given(caseId, 'A.helper', change))
    await expect(record({})).rejects.toMatchObject({
      issues: [{ field: 'leaderName', code: 'required' }],
    })
    await expect(record({ leaderId: world.users['A.township'] })).rejects.toMatchObject({
      issues: [{ field: 'leaderId', code: 'invalidChoice' }],
    })
    const named = await record({ leaderId: world.users['A.leader'] })
    expect((await seen('A.office', named)).instruction).toMatchObject({
      leaderName: 'Aleader',
      recordedByName: 'Aoffice',
    })
    const other = await record({ leaderName: '覃书记', dueOn: undefined })
    expect(await seen('A.office', other)).toMatchObject({
      instruction: { leaderName: '覃书记', leaderId: null },
      light: { code: 'noDeadline' },
    })
  })

  test('read where the case’s records are open and by the organisation asked, nowhere else', async () => {
    const caseId = await linked('A.0.2')
    await bind(world, 'A.0.2', caseId, 'WORK_TEAM')
    const id = await recordInstruction(await world.viewer('A.leader'), given(caseId, 'A.helper-2'))
    const readers = ['A.office', 'A.leader', 'A.township', 'A.team', 'A.other-helper']
    for (const who of readers) expect((await seen(who, id)).instruction.text).toBe(text)
    const others = [
      'A.unlinked-leader',
      'A.other-township',
      'A.helper',
      'A.inspector',
      'A.admin',
      'B.office',
    ]
    for (const who of others) {
      await expect(seen(who, id)).rejects.toMatchObject({ code: 'notFound' })
      const viewer = await world.viewer(who)
      expect(
        await read(viewer, async (tx) => [
          await tx.instruction.count({ where: { caseId } }),
          (await instructionsOfCase(tx, viewer, caseId)).length,
        ]),
      ).toEqual([0, 0])
    }
  })

  test('refused: an unlinked leader, a township, another township as addressee, dates that cannot be', async () => {
    const caseId = await linked('A.0.3')
    const input = given(caseId, 'A.township-0')
    for (const [who, code] of [
      ['A.unlinked-leader', 'forbidden'],
      ['A.township', 'forbidden'],
      ['B.office', 'notFound'],
    ] as const) {
      await expect(recordInstruction(await world.viewer(who), input)).rejects.toMatchObject({
        code,
      })
    }
    const leader = await world.viewer('A.leader')
    for (const [change, issue] of [
      [
        { organisationId: world.organisations['A.township-1'] },
        { field: 'organisationId', code: 'invalidChoice' },
      ],
      [{ givenOn: '2026-03-11' }, { field: 'givenOn', code: 'dateInFuture' }],
      [{ dueOn: '2026-03-08' }, { field: 'dueOn', code: 'dueBeforeGiven' }],
    ] as const) {
      await expect(
        recordInstruction(leader, Object.assign({}, input, change)),
      ).rejects.toMatchObject({
        issues: [issue],
      })
    }
    const id = await recordInstruction(leader, input)
    await expect(
      answerInstruction(leader, { instructionId: id, version: 1, answer: '我自己答' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const township = await world.viewer('A.township')
    await answerInstruction(township, { instructionId: id, version: 1, answer: '已研究部署' })
    expect((await eventsOf(world, 'A.0.3', caseId)).slice(-1)).toEqual(['instructionAnswered'])
  })

  test('an answer is returned with a reason and a new deadline, and answered again', async () => {
    const caseId = await linked('A.1.0')
    const leader = await world.viewer('A.leader')
    const id = await recordInstruction(leader, given(caseId, 'A.helper-2'))
    const department = await world.viewer('A.other-helper', '2026-03-12')
    const answer = (version: number, text: string) => ({ instructionId: id, version, answer: text })
    const back = (change: object = {}) =>
      Object.assign({ instructionId: id, version: 2, reason: '没有说明资金到位时间' }, change)
    await expect(returnInstruction(leader, back({ version: 1 }))).rejects.toMatchObject({
      code: 'instructionNotAnswered',
    })
    await answerInstruction(department, answer(1, '已着手办理'))

    const later = await world.viewer('A.leader', '2026-03-24')
    expect(await seen('A.leader', id, '2026-03-24')).toMatchObject({ returns: true })
    await expect(returnInstruction(later, back({ dueOn: '2026-03-23' }))).rejects.toMatchObject({
      issues: [{ field: 'dueOn', code: 'dateInPast' }],
    })
    await expect(returnInstruction(later, back({ version: 1 }))).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    await returnInstruction(later, back({ dueOn: '2026-04-03' }))
    expect(await seen('A.other-helper', id, '2026-03-24')).toMatchObject({
      answers: true,
      returns: false,
      light: { colour: 'green', params: { due: '2026-04-03' } },
      instruction: { answer: '已着手办理', returns: 1, returnReason: '没有说明资金到位时间' },
    })
    const { queue } = await readHome(await world.viewer('A.other-helper', '2026-03-24'))
    expect(queue.find(({ key }) => key === id)?.why).toMatchObject({
      returned: '没有说明资金到位时间',
    })

    await answerInstruction(department, answer(3, '资金 16 万元已于 3 月 20 日下达'))
    expect(await seen('A.leader', id)).toMatchObject({
      instruction: { answer: '资金 16 万元已于 3 月 20 日下达', returns: 1 },
      light: { code: 'done' },
    })
    expect((await eventsOf(world, 'A.1.0', caseId)).slice(-4)).toEqual([
      'instructionRecorded',
      'instructionAnswered',
      'instructionReturned',
      'instructionAnswered',
    ])
  })

  test('returned by nobody else: the addressee, an unlinked leader, another leader’s, one’s own', async () => {
    const caseId = await linked('A.1.1')
    const office = await world.viewer('A.office')
    const organisation = 'A.township-1'
    const id = await recordInstruction(
      office,
      given(caseId, organisation, { leaderName: '覃书记' }),
    )
    const input = { instructionId: id, version: 2, reason: '请补充说明' }
    await answerInstruction(office, { instructionId: id, version: 1, answer: '代镇里录入' })
    for (const [who, code] of [
      ['A.other-township', 'forbidden'],
      ['A.unlinked-leader', 'notFound'],
      ['B.office', 'notFound'],
      ['A.leader', 'notYourInstruction'],
      ['A.office', 'ownWork'],
    ] as const) {
      await expect(returnInstruction(await world.viewer(who), input)).rejects.toMatchObject({
        code,
      })
    }
    const colleague = await world.viewer('A.office-2')
    await transaction(colleague, (tx) =>
      tx.case.update({ where: { id: caseId }, data: { paused: true }, select: { id: true } }),
    )
    await expect(returnInstruction(colleague, input)).rejects.toMatchObject({ code: 'casePaused' })
  })

  test('the database lets an answer go only by a return with a reason, of office or linked leader', async () => {
    const caseId = await linked('A.1.2')
    const leader = await world.viewer('A.leader')
    const id = await recordInstruction(leader, given(caseId, 'A.helper-2'))
    const department = await world.viewer('A.other-helper')
    await answerInstruction(department, { instructionId: id, version: 1, answer: '已办' })
    const write = (who: typeof leader, data: object) =>
      transaction(who, (tx) => tx.instruction.updateMany({ where: { id }, data: { ...data } }))
    const returning = { answeredOn: null, returns: 1, returnedOn: fromDay(worldDay) }
    await expect(write(leader, returning)).rejects.toThrow()
    await expect(write(leader, { answer: '改写' })).rejects.toThrow()
    await expect(write(leader, { answeredOn: null, returnReason: '不算' })).rejects.toThrow()
    await expect(write(department, { ...returning, returnReason: '自己退' })).rejects.toThrow()
    const both = { ...returning, returnReason: '重办', text: '改批示' }
    await expect(write(leader, both)).rejects.toThrow()
    await write(leader, { ...returning, returnReason: '重办' })
    await expect(write(leader, { answer: '代答', answeredOn: fromDay(worldDay) })).rejects.toThrow()
    await expect(write(department, { dueOn: fromDay('2026-12-31') })).rejects.toThrow()
  })

  test('the list shows what is in scope, filtered by state, township and addressee', async () => {
    const office = await world.viewer('A.office')
    const list = async (who: string, filter = {}, today?: string, limit?: number) =>
      listInstructions(await world.viewer(who, today), filter, limit)
    const all = await list('A.office')
    expect(all.total).toBeGreaterThan(4)
    const ids = (rows: { instructions: { id: string }[] }) => rows.instructions.map(({ id }) => id)
    expect(ids(all)).toEqual(ids(all).toSorted().reverse())
    for (const state of ['open', 'answered', 'returned', 'overdue'] as const) {
      const { instructions } = await list('A.office', { state }, '2026-03-30')
      expect(instructions.length).toBeGreaterThan(0)
      for (const { answeredOn, returns, light } of instructions) {
        expect(answeredOn === null).toBe(state !== 'answered')
        if (state === 'returned') expect(returns).toBeGreaterThan(0)
        if (state === 'overdue') expect(light.colour).toBe('red')
      }
    }
    const helper = world.organisations['A.helper-2'] ?? ''
    const asked = await list('A.office', { organisation: helper })
    expect(new Set(asked.instructions.map((row) => row.organisation.name)).size).toBe(1)
    expect(await list('A.other-helper')).toMatchObject({ total: asked.total })
    const own = (await list('A.township')).instructions.map(({ townshipId }) => townshipId)
    expect(new Set(own)).toEqual(new Set(['450223201']))
    expect((await list('B.office')).total).toBe(0)
    await expect(list('A.admin')).rejects.toMatchObject({ code: 'forbidden' })
    const first = await list('A.office', {}, undefined, 2)
    const second = await list('A.office', { after: first.nextCursor ?? '' }, undefined, 2)
    expect([...ids(first), ...ids(second)]).toEqual(ids(all).slice(0, 4))
    const sent = await statementsOf(() => listInstructions(office, {}))
    expect(sent.length).toBeLessThanOrEqual(8)
  })
})
