import { beforeAll, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { changeCalendar } from '@/lib/calendar/commands'
import { forgetCalendar } from '@/lib/calendar/queries'
import { settleLights } from '@/lib/cases/settle-lights'
import { raiseRequest, routeRequest, withdrawRequest } from '@/lib/coordination/commands'
import { toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { askExtension } from '@/lib/extensions/commands'
import { recordInstruction } from '@/lib/instructions/commands'
import { acceptedAt } from '@/tests/support/case-accepted'
import { bind, caseAt } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
let caseId: string
let closedId: string

beforeAll(async () => {
  world = await makeWorld()
  const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
  caseId = at.caseId
  await bind(world, 'A.0.0', caseId, 'HELPER_UNIT')
  await askExtension(await world.viewer('A.helper'), {
    caseId,
    measureId: at.measures[1]?.id ?? '',
    version: 1,
    newDueOn: '2026-07-31',
    reason: '汛期影响施工',
  })
  closedId = (await acceptedAt(world, 'CLOSED', { village: 'A.0.1' })).caseId
})

async function days(table: string, id: string, column = 'case_id') {
  const { rows } = await owner.query(
    `SELECT to_char(yellow_on, 'YYYY-MM-DD') AS yellow, to_char(red_on, 'YYYY-MM-DD') AS red
       FROM ${table} WHERE ${column} = $1 ORDER BY 2, 1`,
    [id],
  )
  return rows
}
const versions = async () => (await owner.query('SELECT id, version FROM cases ORDER BY id')).rows

test('a calendar that did not change moves nothing', async () => {
  const before = [await days('measures', caseId), await days('cases', caseId, 'id')]
  expect(await settleLights()).toBe(2)
  expect([await days('measures', caseId), await days('cases', caseId, 'id')]).toEqual(before)
})

test('another calendar moves what is counted in working days, without a version or an event', async () => {
  expect(await days('extensions', caseId)).toEqual([{ yellow: '2026-03-10', red: '2026-03-14' }])
  const kept = [await versions(), (await owner.query('SELECT count(*) FROM events')).rows]
  // 11–13 March off: the three working days after the 10th end on Wednesday the 18th.
  await owner.query(
    "INSERT INTO calendar_days (day, kind, name) VALUES ('2026-03-11','HOLIDAY','x'),('2026-03-12','HOLIDAY','x'),('2026-03-13','HOLIDAY','x')",
  )
  forgetCalendar()
  await settleLights()
  expect(await days('extensions', caseId)).toEqual([{ yellow: '2026-03-10', red: '2026-03-19' }])
  expect((await days('cases', caseId, 'id'))[0]?.red).toBe('2026-03-19')
  expect([await versions(), (await owner.query('SELECT count(*) FROM events')).rows]).toEqual(kept)
})

test('so do requests and instructions that wait for an answer, and only those', async () => {
  const letters = async () => [
    await days('coordination_requests', caseId),
    await days('instructions', caseId),
  ]
  await owner.query("DELETE FROM calendar_days WHERE name = 'x'")
  forgetCalendar()
  await settleLights()
  const [township, office] = [await world.viewer('A.township'), await world.viewer('A.office')]
  const asked = { caseId, request: '请县里协调。' }
  await raiseRequest(township, { ...asked, title: '待交办的' })
  const routed = await raiseRequest(township, { ...asked, title: '已交办的' })
  const departmentId = world.organisations['A.helper-2'] ?? ''
  await routeRequest(office, {
    requestId: routed,
    version: 1,
    departmentId,
    dueOn: '2026-03-20',
    note: '',
  })
  const ended = await raiseRequest(township, { ...asked, title: '撤回的' })
  await withdrawRequest(township, { requestId: ended, version: 1, reason: '已自行解决' })
  const given = {
    caseId,
    leaderName: '韦书记',
    givenOn: '2026-03-09',
    organisationId: departmentId,
  }
  await recordInstruction(office, { ...given, text: '限期落实。', dueOn: '2026-03-20' })
  await recordInstruction(office, { ...given, text: '请关注。' })
  const before = [
    [
      { yellow: '2026-03-10', red: '2026-03-14' },
      { yellow: '2026-03-17', red: '2026-03-21' },
      { yellow: null, red: null },
    ],
    [
      { yellow: '2026-03-17', red: '2026-03-21' },
      { yellow: null, red: null },
    ],
  ]
  expect(await letters()).toEqual(before)
  await owner.query(
    "INSERT INTO calendar_days (day, kind, name) VALUES ('2026-03-11','HOLIDAY','x'),('2026-03-12','HOLIDAY','x'),('2026-03-17','HOLIDAY','x')",
  )
  forgetCalendar()
  await settleLights()
  expect(await letters()).toEqual([
    [
      { yellow: '2026-03-10', red: '2026-03-19' },
      { yellow: '2026-03-16', red: '2026-03-21' },
      { yellow: null, red: null },
    ],
    [
      { yellow: '2026-03-16', red: '2026-03-21' },
      { yellow: null, red: null },
    ],
  ])
})

test('so do the follow-ups of a closed case, by what the administrator entered', async () => {
  const [first] = await days('follow_ups', closedId)
  const due = toDay(new Date(Date.parse(`${first?.red}T00:00:00Z`) - 86_400_000))
  const off = [3, 2, 1].map((back) => ({
    day: toDay(new Date(Date.parse(`${due}T00:00:00Z`) - back * 86_400_000)),
    kind: 'HOLIDAY' as const,
    name: '',
  }))
  const { rows } = await owner.query(
    "SELECT to_char(day, 'YYYY-MM-DD') AS day, kind, name FROM calendar_days WHERE extract(year FROM day) = $1",
    [Number(due.slice(0, 4))],
  )
  const others = rows.filter((row) => !off.some((one) => one.day === row.day))
  await changeCalendar(await world.viewer('A.admin'), {
    year: Number(due.slice(0, 4)),
    days: [...others, ...off],
  })
  await settleLights()
  const [after] = await days('follow_ups', closedId)
  expect(after?.red).toBe(first?.red)
  expect((after?.yellow ?? '') < (first?.yellow ?? '')).toBe(true)
})

test('the system viewer writes the days on which a light turns and nothing else', async () => {
  const lights = systemViewer('lights', '450223')
  await expect(
    transaction(lights, (tx) =>
      tx.measure.updateMany({ where: { caseId }, data: { percent: 99 } }),
    ),
  ).rejects.toThrow()
  await expect(
    transaction(lights, (tx) =>
      tx.case.updateMany({ where: { id: caseId }, data: { stage: 'CLOSED' } }),
    ),
  ).rejects.toThrow()
  for (const change of [
    (tx: Tx) => tx.coordinationRequest.updateMany({ where: { caseId }, data: { answer: 'x' } }),
    (tx: Tx) =>
      tx.coordinationRequest.updateMany({ where: { caseId }, data: { status: 'SETTLED' } }),
    (tx: Tx) => tx.instruction.updateMany({ where: { caseId }, data: { text: 'x' } }),
    (tx: Tx) => tx.instruction.updateMany({ where: { caseId }, data: { dueOn: new Date() } }),
  ]) {
    await expect(transaction(lights, change)).rejects.toThrow()
  }
  const elsewhere = await transaction(systemViewer('lights', '451322'), (tx) => tx.case.count())
  expect(elsewhere).toBe(0)
})
