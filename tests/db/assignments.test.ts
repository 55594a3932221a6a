import { beforeAll, describe, expect, test } from 'vitest'
import { assign, endAssignment, replaceAssignment } from '@/lib/assignments/commands'
import { read } from '@/lib/db'
import { acceptedAt, actor, fillSlots } from '@/tests/support/case-accepted'
import { caseAt, eventsOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
let caseId: string
const village = 'A.0.0'
const { owner } = databaseOfThisFile()

beforeAll(async () => {
  world = await makeWorld()
  caseId = (await caseAt(world, 'PLANNING', { village })).caseId
})

const nobody = { personName: '', personPost: '' }
const events = () => eventsOf(world, village, caseId)
const organisation = (short: string) => world.organisations[`A.${short}`]
const office = () => world.viewer('A.office')
const held = async (slot: string) =>
  read(await office(), (tx) =>
    tx.assignment.findFirstOrThrow({ where: { caseId, slot: slot as never, toOn: null } }),
  )
const sees = async (who: string) =>
  read(await world.viewer(who), (tx) => tx.case.count({ where: { id: caseId } }))

describe('assigning', () => {
  test('a linked leader is an account with that role, written with name and organisation', async () => {
    const input = { caseId, slot: 'COUNTY_LEADER' as const, fromOn: worldDay, ...nobody }
    await expect(assign(await office(), input)).rejects.toMatchObject({
      issues: [{ field: 'userId', code: 'required' }],
    })
    await expect(
      assign(await office(), { ...input, userId: world.users['A.helper'] }),
    ).rejects.toMatchObject({ issues: [{ field: 'userId', code: 'invalidChoice' }] })
    await expect(
      assign(await office(), { ...input, userId: world.users['B.leader'] }),
    ).rejects.toMatchObject({ issues: [{ field: 'userId', code: 'invalidChoice' }] })
    await assign(await office(), { ...input, userId: world.users['A.leader'] })
    expect(await held('COUNTY_LEADER')).toMatchObject({
      personName: 'Aleader',
      organisationId: organisation('committee'),
    })
    expect((await events()).at(-1)).toBe('assignmentMade')
  })

  test('a helper unit is a department, and from that moment reads the case', async () => {
    const input = { caseId, slot: 'HELPER_UNIT' as const, fromOn: worldDay, ...nobody }
    await expect(
      assign(await office(), { ...input, organisationId: organisation('team') }),
    ).rejects.toMatchObject({ issues: [{ field: 'organisationId', code: 'invalidChoice' }] })
    expect(await sees('A.helper')).toBe(0)
    await assign(await office(), { ...input, organisationId: organisation('helper') })
    expect(await sees('A.helper')).toBe(1)
  })

  test('a work team names its first secretary; a township slot is the township’s own', async () => {
    const team = { caseId, slot: 'WORK_TEAM' as const, fromOn: worldDay, ...nobody }
    await expect(
      assign(await office(), { ...team, organisationId: organisation('team') }),
    ).rejects.toMatchObject({ issues: [{ field: 'personName', code: 'required' }] })
    await assign(await office(), {
      ...team,
      organisationId: organisation('team'),
      personName: '莫书记',
    })
    const officer = { caseId, slot: 'TOWNSHIP_OFFICER' as const, fromOn: worldDay, ...nobody }
    const township = await world.viewer('A.township')
    await expect(
      assign(township, { ...officer, userId: world.users['A.other-township'] }),
    ).rejects.toMatchObject({ issues: [{ field: 'userId', code: 'invalidChoice' }] })
    await assign(township, { ...officer, userId: world.users['A.township-2'] })
    expect(await held('TOWNSHIP_OFFICER')).toMatchObject({
      personName: 'Atownship-2',
      organisationId: organisation('township-0'),
    })
  })

  test('a slot has one holder, and nobody is named for a day to come', async () => {
    const before = await events()
    const input = { caseId, slot: 'WORK_TEAM' as const, ...nobody, personName: '另一人' }
    await expect(
      assign(await office(), {
        ...input,
        organisationId: organisation('team-2'),
        fromOn: worldDay,
      }),
    ).rejects.toMatchObject({ code: 'slotHeld' })
    await expect(
      assign(await office(), {
        ...input,
        slot: 'TOWNSHIP_LEADER',
        fromOn: '2026-03-11',
      }),
    ).rejects.toMatchObject({ issues: [{ field: 'fromOn', code: 'dateInFuture' }] })
    expect(await events()).toEqual(before)
  })

  test('bound roles 403, out of scope 404, candidate 409', async () => {
    const input = { caseId, slot: 'TOWNSHIP_LEADER' as const, fromOn: worldDay, ...nobody }
    const person = { ...input, personName: '韦镇长' }
    await expect(assign(await world.viewer('A.helper'), person)).rejects.toMatchObject({
      status: 403,
    })
    await expect(assign(await world.viewer('A.other-township'), person)).rejects.toMatchObject({
      status: 404,
    })
    const candidate = await caseAt(world, 'CANDIDATE', { village: 'A.0.1' })
    await expect(
      assign(await office(), { ...person, caseId: candidate.caseId }),
    ).rejects.toMatchObject({ status: 409, code: 'wrongStage' })
  })
})

describe('包保: no release before transformation', () => {
  test('helper unit and work team are never simply ended', async () => {
    for (const slot of ['HELPER_UNIT', 'WORK_TEAM']) {
      const { id } = await held(slot)
      await expect(
        endAssignment(await office(), {
          caseId,
          assignmentId: id,
          toOn: worldDay,
          reason: '任务重',
        }),
        slot,
      ).rejects.toMatchObject({ code: 'slotBound', params: { slot } })
    }
    expect(await events()).not.toContain('assignmentEnded')
  })

  test('they are replaced in one step with a handover note; the old one loses the case', async () => {
    const later = await world.viewer('A.office', '2026-03-20')
    const { id: assignmentId } = await held('HELPER_UNIT')
    const input = {
      caseId,
      assignmentId,
      ...nobody,
      organisationId: organisation('helper-2'),
      fromOn: '2026-03-20',
      handoverNote: '项目、台账已交接',
    }
    await expect(replaceAssignment(later, { ...input, handoverNote: '' })).rejects.toMatchObject({
      issues: [{ field: 'handoverNote', code: 'handoverNoteMissing' }],
    })
    await expect(replaceAssignment(later, { ...input, fromOn: worldDay })).rejects.toMatchObject({
      issues: [{ field: 'fromOn', code: 'successorTooEarly' }],
    })
    await expect(
      replaceAssignment(later, { ...input, organisationId: organisation('helper') }),
    ).rejects.toMatchObject({ code: 'successorSame' })
    await replaceAssignment(later, input)
    const rows = await read(later, (tx) =>
      tx.assignment.findMany({
        where: { caseId, slot: 'HELPER_UNIT' },
        orderBy: { fromOn: 'asc' },
      }),
    )
    expect(rows.map((row) => row.toOn?.toISOString().slice(0, 10))).toEqual([
      '2026-03-19',
      undefined,
    ])
    expect(rows[0]?.handoverNote).toBe('项目、台账已交接')
    expect((await events()).at(-1)).toBe('assignmentReplaced')
    expect(await sees('A.helper')).toBe(0)
    await expect(replaceAssignment(later, input)).rejects.toMatchObject({
      status: 409,
      meanwhile: { kind: 'assignmentReplaced' },
    })
  })

  test('other slots end with a reason, and who held them stays on record', async () => {
    const { id: assignmentId } = await held('TOWNSHIP_OFFICER')
    const input = { caseId, assignmentId, toOn: '2026-03-09', reason: '工作调动' }
    await expect(endAssignment(await office(), input)).rejects.toMatchObject({
      issues: [{ field: 'toOn', code: 'tooEarly', params: { min: worldDay } }],
    })
    await endAssignment(await office(), { ...input, toOn: worldDay })
    expect((await events()).at(-1)).toBe('assignmentEnded')
    await expect(
      owner.query(`UPDATE assignments SET person_name = 'x' WHERE id = $1`, [assignmentId]),
    ).rejects.toThrow('an assignment only ends')
  })

  test('a closed case keeps its people: nothing is assigned or ended any more', async () => {
    const closed = await acceptedAt(world, 'CLOSED', { village: 'A.0.2' })
    const rows = await read(await office(), (tx) =>
      tx.assignment.findMany({ where: { caseId: closed.caseId } }),
    )
    expect(rows.every((row) => row.toOn === null)).toBe(true)
    await expect(
      endAssignment(await actor(world, closed, 'office'), {
        caseId: closed.caseId,
        assignmentId: rows[0]?.id ?? '',
        toOn: worldDay,
        reason: '已销号',
      }),
    ).rejects.toMatchObject({ code: 'wrongStage' })
    await expect(fillSlots(world, closed)).rejects.toMatchObject({ code: 'wrongStage' })
  })
})
