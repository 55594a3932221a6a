import { beforeAll, describe, expect, test } from 'vitest'
import { pause, resume } from '@/lib/cases/pause-commands'
import {
  answerRequest,
  declineRequest,
  raiseRequest,
  returnRequest,
  routeRequest,
  settleRequest,
  withdrawRequest,
} from '@/lib/coordination/commands'
import { listRequests, readRequest } from '@/lib/coordination/queries'
import { readHome } from '@/lib/dashboards/home-queries'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { bind, caseAt, eventsOf, stateOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
})

const asked = { title: '林地权属争议', request: '请县里协调确认林地界址。' }

/** A request of a case in A.0, and what it takes to move it on. */
async function raised(village: string) {
  const { caseId } = await caseAt(world, 'PLANNING', { village })
  const id = await raiseRequest(await world.viewer('A.township'), { caseId, ...asked })
  const now = async (who = 'A.office', today?: string) =>
    readRequest(await world.viewer(who, today), id)
  const on = async () => ({ requestId: id, version: (await now()).request.version })
  const route = async (change: object = {}) =>
    routeRequest(await world.viewer('A.office'), {
      ...(await on()),
      departmentId: world.organisations['A.helper-2'] ?? '',
      dueOn: '2026-03-20',
      note: '请主动对接',
      ...change,
    })
  const answer = async (who = 'A.other-helper') =>
    answerRequest(await world.viewer(who), { ...(await on()), answer: '已实地勘界' })
  return { caseId, id, now, on, route, answer }
}

const homeVerbs = async (who: string, id: string) => {
  const { queue } = await readHome(await world.viewer(who))
  return queue.filter(({ key }) => key === id).map(({ verb }) => verb)
}

describe('the way of a request', () => {
  test('raised, sent, answered by a department that does not see the case, returned, settled', async () => {
    const { caseId, id, now, on, route, answer } = await raised('A.0.0')
    expect(await homeVerbs('A.office', id)).toEqual(['routeRequest'])
    await route()
    const sent = await now()
    // Three working days before Friday 20 March: from Tuesday on.
    expect([sent.request.yellowOn, sent.request.redOn].map((day) => day && toDay(day))).toEqual([
      '2026-03-17',
      '2026-03-21',
    ])
    expect(await homeVerbs('A.other-helper', id)).toEqual(['answerRequest'])
    expect(await homeVerbs('A.helper', id)).toEqual([])
    await answer()
    expect((await now()).light).toMatchObject({ colour: 'grey', code: 'noDeadline' })
    expect(await homeVerbs('A.township', id)).toEqual(['settleRequest'])
    await returnRequest(await world.viewer('A.township-2'), {
      ...(await on()),
      reason: '界址尚未落实',
    })
    expect((await now()).request).toMatchObject({ status: 'ROUTED', returns: 1 })
    expect((await now('A.office', '2026-03-23')).light).toMatchObject({
      colour: 'red',
      code: 'coordinationOverdue',
      params: { due: '2026-03-20', workingDays: 1 },
    })
    await answer()
    await settleRequest(await world.viewer('A.township'), { ...(await on()), note: '双方已签字' })
    expect(await now()).toMatchObject({
      request: { status: 'SETTLED', closingNote: '双方已签字', closedByName: 'Atownship' },
      light: { code: 'done' },
      verbs: [],
    })
    expect((await eventsOf(world, 'A.0.0', caseId)).slice(-6)).toEqual([
      'coordinationRaised',
      'coordinationRouted',
      'coordinationAnswered',
      'coordinationReturned',
      'coordinationAnswered',
      'coordinationSettled',
    ])
    const events = await read(await world.viewer('A.office'), (tx) =>
      tx.event.findMany({ where: { caseId, kind: 'coordinationAnswered' } }),
    )
    expect(events[0]).toMatchObject({ actorName: 'Aother-helper', actorRole: 'HELPER_UNIT' })
  })

  test('the department asked sees village, question and answer, and nothing else of the case', async () => {
    const { caseId, now, route } = await raised('A.0.1')
    await expect(now('A.other-helper')).rejects.toMatchObject({ code: 'notFound' })
    await route()
    const found = await now('A.other-helper')
    expect(found.kase).toBeNull()
    expect(found.request).toMatchObject({ title: asked.title, village: { name: '试12村' } })
    expect(found.verbs).toEqual(['answer'])
    const department = await world.viewer('A.other-helper')
    const open = await read(department, async (tx) => [
      await tx.case.count({ where: { id: caseId } }),
      await tx.problem.count({ where: { caseId } }),
      await tx.event.count({ where: { caseId } }),
      await tx.internalNote.count({ where: { caseId } }),
      await tx.coordinationRequest.count({ where: { caseId } }),
    ])
    expect(open).toEqual([0, 0, 0, 0, 1])
  })

  test('who is not asked, elsewhere or of another county sees nothing', async () => {
    const { now, route } = await raised('A.0.2')
    await route()
    for (const who of ['A.other-township', 'A.helper', 'A.inspector', 'B.office', 'B.helper']) {
      await expect(now(who)).rejects.toMatchObject({ code: 'notFound' })
    }
    expect((await now('A.leader')).verbs).toEqual([])
    // Sent to another department, the first one no longer sees it.
    await route({ departmentId: world.organisations['A.helper'] })
    await expect(now('A.other-helper')).rejects.toMatchObject({ code: 'notFound' })
    expect((await now('A.helper')).verbs).toEqual(['answer'])
  })

  test('each side has its own steps, in its own states only', async () => {
    const { id, now, on, route, answer } = await raised('A.0.3')
    const office = await world.viewer('A.office')
    const township = await world.viewer('A.township')
    expect((await now()).verbs).toEqual(['route', 'decline'])
    expect((await now('A.township')).verbs).toEqual(['withdraw'])
    await expect(
      declineRequest(township, { ...(await on()), reason: '不用了' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(settleRequest(township, { ...(await on()), note: '' })).rejects.toMatchObject({
      code: 'requestElsewhere',
    })
    await expect(route({ dueOn: '2026-03-09' })).rejects.toMatchObject({
      issues: [{ field: 'dueOn', code: 'dateInPast' }],
    })
    await expect(
      route({ departmentId: world.organisations['A.township-0'] }),
    ).rejects.toMatchObject({ issues: [{ field: 'departmentId', code: 'invalidChoice' }] })
    await expect(route({ departmentId: world.organisations['B.helper'] })).rejects.toMatchObject({
      issues: [{ field: 'departmentId', code: 'invalidChoice' }],
    })
    await route()
    await expect(
      declineRequest(office, { ...(await on()), reason: '不予受理' }),
    ).rejects.toMatchObject({ code: 'requestElsewhere' })
    await expect(
      answerRequest(await world.viewer('A.other-helper'), {
        requestId: id,
        version: 1,
        answer: '旧版本',
      }),
    ).rejects.toMatchObject({ code: 'changedMeanwhile' })
    // The county office writes down what the department answered on paper.
    await answer('A.office')
    await expect(
      withdrawRequest(township, { ...(await on()), reason: '不用了' }),
    ).rejects.toMatchObject({ code: 'requestElsewhere' })
  })

  test('two answers at once: one stands, the other is told', async () => {
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.1.2' })
    const township = await world.viewer('A.other-township')
    const id = await raiseRequest(township, { caseId, ...asked })
    await routeRequest(await world.viewer('A.office'), {
      requestId: id,
      version: 1,
      departmentId: world.organisations['A.helper-2'] ?? '',
      dueOn: '2026-03-20',
      note: '',
    })
    const people = [await world.viewer('A.other-helper'), await world.viewer('A.office')]
    const ended = await Promise.allSettled(
      people.map((viewer) => answerRequest(viewer, { requestId: id, version: 2, answer: '已办' })),
    )
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const kinds = await eventsOf(world, 'A.1.2', caseId)
    expect(kinds.filter((kind) => kind === 'coordinationAnswered')).toHaveLength(1)
  })

  test('declined and withdrawn requests end with their reason', async () => {
    const first = await raised('A.0.4')
    await declineRequest(await world.viewer('A.office'), {
      ...(await first.on()),
      reason: '属乡镇职责',
    })
    expect((await first.now()).request).toMatchObject({
      status: 'DECLINED',
      closingNote: '属乡镇职责',
    })
    const township = await world.viewer('A.township')
    const id = await raiseRequest(township, { caseId: first.caseId, ...asked })
    await withdrawRequest(township, { requestId: id, version: 1, reason: '已自行解决' })
    expect((await eventsOf(world, 'A.0.4', first.caseId)).slice(-4)).toEqual([
      'coordinationRaised',
      'coordinationDeclined',
      'coordinationRaised',
      'coordinationWithdrawn',
    ])
  })

  test('a paused case waits: nothing is answered, and the deadline moves on', async () => {
    const { caseId, now, route, answer } = await raised('A.0.5')
    await route()
    const { version } = await stateOf(world, 'A.0.5', caseId)
    await pause(await world.viewer('A.office'), { caseId, version, reason: '村级换届' })
    await expect(answer()).rejects.toMatchObject({ code: 'casePaused' })
    const before = await eventsOf(world, 'A.0.5', caseId)
    expect(before.at(-1)).toBe('casePaused')
    await resume(await world.viewer('A.office', '2026-03-17'), { caseId, version: version + 1 })
    expect((await now()).request.dueOn?.toISOString().slice(0, 10)).toBe('2026-03-27')
  })

  test('not on a candidate, and only by the township of the village', async () => {
    const { caseId } = await caseAt(world, 'CANDIDATE', { village: 'A.1.0' })
    const input = { caseId, ...asked }
    await expect(raiseRequest(await world.viewer('A.other-township'), input)).rejects.toMatchObject(
      { code: 'wrongStage' },
    )
    await expect(raiseRequest(await world.viewer('A.office'), input)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(raiseRequest(await world.viewer('A.township'), input)).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('the list', () => {
  test('filters by state, township and department, within the scope', async () => {
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.1.1' })
    const township = await world.viewer('A.other-township')
    const id = await raiseRequest(township, { caseId, ...asked })
    await routeRequest(await world.viewer('A.office'), {
      requestId: id,
      version: 1,
      departmentId: world.organisations['A.helper'] ?? '',
      dueOn: '2026-03-12',
      note: '',
    })
    await bind(world, 'A.1.1', caseId, 'WORK_TEAM')
    const ids = async (who: string, filter = {}, today?: string) => {
      const { requests, total } = await listRequests(await world.viewer(who, today), filter)
      expect(total).toBe(requests.length)
      return requests.map((one) => one.id)
    }
    const own = await ids('A.office', { township: '450223103' })
    expect(own[0]).toBe(id)
    expect(await ids('A.other-township')).toEqual(own)
    expect(await ids('A.team')).toEqual([id])
    expect(await ids('A.admin').catch((error) => error.code)).toBe('forbidden')
    const department = world.organisations['A.helper']
    const late = { department, state: 'overdue' } as const
    expect(await ids('A.office', late, '2026-03-12')).toEqual([])
    expect(await ids('A.office', late, '2026-03-13')).toContain(id)
    expect(await ids('B.office')).toEqual([])
    const whole = await ids('A.office')
    const pages = []
    let after: string | undefined
    for (let page = 0; page < 20; page++) {
      const found = await listRequests(await world.viewer('A.office'), { after }, 2)
      pages.push(...found.requests.map((one) => one.id))
      if (!found.nextCursor) break
      after = found.nextCursor
    }
    expect(pages).toEqual(whole)
    expect(whole.length).toBeGreaterThan(5)
  })
})
