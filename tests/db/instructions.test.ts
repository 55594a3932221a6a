import { beforeAll, describe, expect, test } from 'vitest'
import { readHome } from '@/lib/dashboards/home-queries'
import { fromDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { answerInstruction, recordInstruction } from '@/lib/instructions/commands'
import { instructionsOfCase, readInstruction } from '@/lib/instructions/queries'
import { bind, caseAt, eventsOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
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
  test('a linked leader writes, the department answers once, both stand on the timeline', async () => {
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
    expect((await readHome(leader)).instructions).toMatchObject([{ id, answered: false }])
    await answerInstruction(department, answer)
    expect((await readHome(leader)).instructions).toMatchObject([
      { id, answered: true, answer: '项目资金已下达' },
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
})
