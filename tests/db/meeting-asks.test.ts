import { beforeAll, describe, expect, test } from 'vitest'
import { readHome } from '@/lib/dashboards/home-queries'
import { read } from '@/lib/db'
import { addProgress, finishMeasure } from '@/lib/measures/commands'
import { callMeeting, cancelMeeting } from '@/lib/meetings/call-commands'
import { readMeeting } from '@/lib/meetings/queries'
import { reportUnchanged } from '@/lib/meetings/unchanged-commands'
import { bind, type CaseAt, caseAt, eventsOf } from '@/tests/support/case-at'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
let at: CaseAt
beforeAll(async () => {
  world = await makeWorld()
  at = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
  await bind(world, 'A.0.0', at.caseId, 'HELPER_UNIT')
  await bind(world, 'A.0.0', at.caseId, 'WORK_TEAM')
})

const heldOn = '2026-03-20'
const call = async (who: string, day = heldOn, today?: string) =>
  callMeeting(await world.viewer(who, today), { heldOn: day })
const askedOf = async (who: string) => (await readHome(await world.viewer(who))).asked
const idOf = (index: number) => at.measures[index]?.id ?? ''
const say = async (who: string, meetingId: string, ...indexes: number[]) =>
  reportUnchanged(await world.viewer(who), { meetingId, measureIds: indexes.map(idOf) })
const answers = async (who: string) => (await readMeeting(await world.viewer(who))).coming?.answers

describe('calling a meeting', () => {
  test('is the county office’s, from today on, within a quarter, one at a time', async () => {
    for (const who of ['A.township', 'A.helper', 'A.team', 'A.leader', 'A.inspector', 'A.admin']) {
      await expect(call(who), who).rejects.toMatchObject({ status: 403 })
    }
    await expect(call('A.office', '2026-03-09')).rejects.toMatchObject({
      issues: [{ field: 'heldOn', code: 'meetingInPast' }],
    })
    await expect(call('A.office', '2026-06-11')).rejects.toMatchObject({
      issues: [{ field: 'heldOn', code: 'meetingTooFar' }],
    })
    const made = await Promise.allSettled([call('A.office'), call('A.office', '2026-03-25')])
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const coming = (await readMeeting(await world.viewer('A.office'))).coming
    if (!coming) throw new Error('no meeting')
    const drop = { meetingId: coming.id, version: coming.version }
    await expect(
      world.viewer('B.office').then((viewer) => cancelMeeting(viewer, drop)),
    ).rejects.toMatchObject({ status: 404 })
    await cancelMeeting(await world.viewer('A.office'), drop)
    await expect(cancelMeeting(await world.viewer('A.office'), drop)).rejects.toMatchObject({
      code: 'meetingOver',
    })
    const told = await read(await world.viewer('A.office'), (tx) =>
      tx.event.findMany({
        where: { kind: { startsWith: 'meeting' } },
        orderBy: { seq: 'asc' },
        select: { kind: true },
      }),
    )
    expect(told.map(({ kind }) => kind)).toEqual(['meetingCalled', 'meetingCancelled'])
    expect(await askedOf('A.township')).toBeUndefined()
  })
})

describe('being asked before a meeting', () => {
  let meetingId: string
  beforeAll(async () => {
    meetingId = await call('A.office')
  })

  test('each is asked for their own open measures, nobody of another county', async () => {
    const of = async (who: string) => (await askedOf(who))?.measures.map(({ id }) => id)
    expect(await of('A.helper')).toEqual([idOf(1)])
    expect(await of('A.team')).toEqual([idOf(2)])
    expect(await of('A.township')).toEqual([idOf(0)])
    for (const who of ['A.office', 'A.leader', 'A.inspector', 'B.township']) {
      expect(await of(who), who).toBeUndefined()
    }
    expect(await answers('A.office')).toMatchObject({ total: 3, silent: 3 })
  })

  test('one tap is stored once, told once, and asked no more; the percentage stays', async () => {
    const before = (await eventsOf(world, 'A.0.0', at.caseId)).length
    const taps = await Promise.all(Array.from({ length: 5 }, () => say('A.helper', meetingId, 1)))
    expect(taps.toSorted()).toEqual([0, 0, 0, 0, 1])
    expect((await eventsOf(world, 'A.0.0', at.caseId)).slice(before)).toEqual(['progressUnchanged'])
    expect(await askedOf('A.helper')).toBeUndefined()
    expect(await answers('A.office')).toEqual({ total: 3, silent: 2, unchanged: 1, reported: 0 })
  })

  test('progress is an answer too, and counts as that even after 无变化', async () => {
    await say('A.team', meetingId, 2)
    await addProgress(await world.viewer('A.team'), {
      caseId: at.caseId,
      measureId: idOf(2),
      version: at.measures[2]?.version ?? 1,
      happenedOn: worldDay,
      percent: 30,
      text: '开办夜校两期',
    })
    expect(await answers('A.office')).toEqual({ total: 3, silent: 1, unchanged: 1, reported: 1 })
  })

  test('others’ measures, out of scope, after the meeting: refused, and nothing is written', async () => {
    await expect(say('A.helper', meetingId, 0)).rejects.toMatchObject({ status: 403 })
    await expect(say('A.helper', meetingId, 1, 0)).rejects.toMatchObject({ status: 403 })
    await expect(say('A.office', meetingId, 0)).rejects.toMatchObject({ status: 403 })
    await expect(say('A.inspector', meetingId, 0)).rejects.toMatchObject({ status: 404 })
    await expect(say('B.township', meetingId, 0)).rejects.toMatchObject({ code: 'meetingOver' })
    const later = await world.viewer('A.township', '2026-03-21')
    await expect(
      reportUnchanged(later, { meetingId, measureIds: [idOf(0)] }),
    ).rejects.toMatchObject({ code: 'meetingOver' })
    expect(await answers('A.township')).toMatchObject({ silent: 1 })
  })

  test('a measure that is done is asked about no more', async () => {
    const township = await world.viewer('A.township')
    const on = { caseId: at.caseId, measureId: idOf(0) }
    const first = at.measures[0]?.version ?? 1
    await addProgress(township, {
      ...on,
      version: first,
      happenedOn: worldDay,
      percent: 100,
      text: '班子配齐',
    })
    await finishMeasure(township, { ...on, version: first + 1, text: '' })
    expect(await answers('A.office')).toEqual({ total: 2, silent: 0, unchanged: 1, reported: 1 })
    expect(await say('A.township', meetingId, 0)).toBe(0)
  })
})
