import { beforeAll, describe, expect, test } from 'vitest'
import { listCases } from '@/lib/cases/list-queries'
import { raiseRequest, routeRequest } from '@/lib/coordination/commands'
import { listRequests } from '@/lib/coordination/queries'
import { fromDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { readMeeting } from '@/lib/meetings/queries'
import { caseMix } from '@/tests/support/case-mix'
import { statementsOf } from '@/tests/support/statements'
import { makeWorld, type World } from '@/tests/support/world'

/** A day on which measures due 30 June, and much else, is late. */
const late = '2026-07-05'
let world: World

beforeAll(async () => {
  world = await makeWorld()
  const cases = await caseMix(world)
  const asked = { title: '林地权属争议', request: '请县里协调。' }
  const township = await world.viewer('A.township')
  const first = await raiseRequest(township, { caseId: cases.rectifying, ...asked })
  await raiseRequest(township, { caseId: cases.planning, ...asked })
  await routeRequest(await world.viewer('A.office'), {
    requestId: first,
    version: 1,
    departmentId: world.organisations['A.helper-2'] ?? '',
    dueOn: '2026-07-01',
    note: '',
  })
}, 120_000)

describe.each(['A.office', 'A.leader', 'A.township'])('the meeting paper of %s', (who) => {
  test('every figure is the length of the list it opens', async () => {
    const viewer = await world.viewer(who, late)
    const meeting = await readMeeting(viewer)
    const total = async (filter: Parameters<typeof listCases>[1]) =>
      (await listCases(viewer, filter, { limit: 1 })).total
    const requests = async (filter: Parameters<typeof listRequests>[1]) =>
      (await listRequests(viewer, filter)).total
    const { totals } = meeting
    expect(totals.transformed).toBe(await total({ state: 'transformed' }))
    expect(totals.rectifying).toBe(await total({ state: 'rectifying' }))
    expect(meeting.attention.filter(({ red }) => red).length).toBe(await total({ light: 'red' }))
    expect(meeting.requests.length).toBe(await requests({ state: 'open' }))
    expect(meeting.townships.length).toBeGreaterThan(0)
    for (const line of meeting.townships) {
      const township = line.id
      expect(line.transformed).toBe(await total({ township, state: 'transformed' }))
      expect(line.rectifying).toBe(await total({ township, state: 'rectifying' }))
      expect(line.red).toBe(await total({ township, light: 'red' }))
      expect(line.requests).toBe(await requests({ township, state: 'open' }))
      expect(line.requestsOverdue).toBe(await requests({ township, state: 'overdue' }))
    }
    for (const band of meeting.bands) {
      expect(band.total).toBe(await total({ batch: band.id }))
      expect(band.transformed).toBeLessThan(band.total)
    }
    const sum = (pick: (line: (typeof meeting.townships)[number]) => number) =>
      meeting.townships.reduce((all, line) => all + pick(line), 0)
    expect(sum(({ late: count }) => count)).toBe(meeting.late.length)
    expect(sum(({ transformed }) => transformed)).toBe(totals.transformed)
  })

  test('late measures and reviews are those whose lights are red', async () => {
    const viewer = await world.viewer(who, late)
    const { late: measures, reviews, extensions, attention } = await readMeeting(viewer)
    const ids = await read(viewer, (tx) =>
      tx.measure.findMany({
        where: {
          status: 'OPEN',
          redOn: { lte: fromDay(late) },
          case: { stage: 'RECTIFYING', paused: false },
        },
        select: { id: true },
      }),
    )
    expect(measures.map(({ id }) => id).sort()).toEqual(ids.map(({ id }) => id).sort())
    expect(measures.length).toBeGreaterThan(0)
    for (const one of [...measures, ...reviews, ...extensions]) {
      expect(one.light.colour).toBe('red')
    }
    for (const one of attention) expect(one.red || one.paused || one.relapse).toBe(true)
  })
})

test('nothing of another township or county, and twelve statements at most', async () => {
  const viewer = await world.viewer('A.township', late)
  const meeting = await readMeeting(viewer)
  expect(new Set(meeting.townships.map(({ id }) => id))).toEqual(new Set(['450223201']))
  const office = await world.viewer('A.office', late)
  expect((await statementsOf(() => readMeeting(office))).length).toBeLessThanOrEqual(12)
  const other = await readMeeting(await world.viewer('B.office', late))
  expect(other.requests).toEqual([])
  for (const who of ['A.helper', 'A.team', 'A.inspector', 'A.admin']) {
    await expect(readMeeting(await world.viewer(who))).rejects.toMatchObject({ code: 'forbidden' })
  }
})
