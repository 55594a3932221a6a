import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import { assign } from '@/lib/assignments/commands'
import { pause } from '@/lib/cases/pause-commands'
import { asSystem, type Tx, transaction } from '@/lib/db'
import { handOver } from '@/lib/handover/commands'
import { listLeaving, readHandover } from '@/lib/handover/queries'
import { handOverInput } from '@/lib/handover/schema'
import { newId } from '@/lib/ids'
import { logVisit } from '@/lib/visits/commands'
import { logVisitInput } from '@/lib/visits/schema'
import { caseAt, eventsOf, stateOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
let leaver: string
let next: string
let numbers = 0

beforeAll(async () => {
  world = await makeWorld()
})

const one = async (sql: string, values: unknown[]) => (await owner.query(sql, values)).rows[0]

/** A person of the county with an appointment; their key of the world. */
async function person(role: string, organisation: string, from = '2026-01-01') {
  const id = newId()
  const key = `A.p${numbers++}`
  world.users[key] = id
  await owner.query(
    `INSERT INTO users (id, county_id, account, name, must_change_password) VALUES ($1, '450223', $2, $3, false)`,
    [id, `p-${id}`, `人${numbers}`],
  )
  await owner.query(
    `INSERT INTO appointments (id, county_id, user_id, organisation_id, role, from_on, confirmed_at)
     VALUES ($1, '450223', $2, $3, $4::"Role", $5, now())`,
    [newId(), id, world.organisations[`A.${organisation}`], role, from],
  )
  return key
}

const appointmentOf = async (key: string) =>
  (await one('SELECT id, to_on::text, version FROM appointments WHERE user_id = $1', [
    world.users[key],
  ])) as { id: string; to_on: string | null; version: number }

beforeEach(async () => {
  leaver = await person('WORK_TEAM', 'team')
  next = await person('WORK_TEAM', 'team')
})

const villages = ['A.0', 'A.1'].flatMap((place) => [0, 1, 2, 3, 4, 5].map((at) => `${place}.${at}`))

/** A case of which somebody holds the work-team slot, a measure and a follow-up; since 1 February. */
async function holding(key = leaver, slot: 'WORK_TEAM' | 'TOWNSHIP_OFFICER' = 'WORK_TEAM') {
  const village = villages.shift() ?? ''
  const { caseId, measures } = await caseAt(world, 'RECTIFYING', { village })
  const userId = world.users[key] ?? ''
  await assign(await world.viewer('A.office'), {
    ...{ caseId, slot, userId, personName: '', personPost: '' },
    organisationId: slot === 'WORK_TEAM' ? world.organisations['A.team'] : undefined,
    fromOn: '2026-02-01',
  })
  const measure = measures.at(-1)?.id
  const { name } = await world.viewer(key)
  await owner.query('UPDATE measures SET person_user_id = $2, person_name = $3 WHERE id = $1', [
    ...[measure, userId, name],
  ])
  const visit = logVisitInput.parse({
    ...{ id: newId(), caseId, day: worldDay, found: '走访三户。', task: '联系水利部门' },
  })
  await logVisit(await world.viewer(key), visit)
  return { village, caseId, measure, visit: visit.id }
}

type Input = z.infer<typeof handOverInput>

async function given(who: string, key: string, change: Partial<Input> = {}) {
  const { id } = await appointmentOf(key)
  const { seen, appointment } = await readHandover(await world.viewer(who), id)
  return handOverInput.parse({
    ...{ appointmentId: id, version: appointment.version, seen, fromOn: worldDay },
    ...{ all: { userId: world.users[next] }, handoverNote: '台账已移交。', checked: 'on' },
    ...change,
  })
}

const run = async (who: string, input: Input) => handOver(await world.viewer(who), input)

const holders = async (caseId: string) =>
  (
    await owner.query(
      `SELECT user_id, from_on::text, to_on::text FROM assignments WHERE case_id = $1
         AND slot IN ('WORK_TEAM', 'TOWNSHIP_OFFICER') ORDER BY from_on`,
      [caseId],
    )
  ).rows

const accountEvents = async () =>
  (
    await owner.query(
      `SELECT kind, details FROM events WHERE chain = 'accounts:450223' ORDER BY seq`,
    )
  ).rows as { kind: string; details: object }[]

describe('a handover', () => {
  test('moves slot, measure and follow-up, ends the appointment, and tells it on every chain', async () => {
    const first = await holding()
    const second = await holding()
    expect(await run('A.office', await given('A.office', leaver))).toBe(6)
    const [mine, theirs] = [world.users[leaver], world.users[next]]
    const { name } = await world.viewer(next)
    for (const { caseId, measure, visit, village } of [first, second]) {
      expect(await holders(caseId)).toEqual([
        { user_id: mine, from_on: '2026-02-01', to_on: '2026-03-09' },
        { user_id: theirs, from_on: worldDay, to_on: null },
      ])
      expect(
        await one('SELECT person_user_id, person_name FROM measures WHERE id = $1', [measure]),
      ).toEqual({
        person_user_id: theirs,
        person_name: name,
      })
      expect(await one('SELECT task_person FROM visits WHERE id = $1', [visit])).toEqual({
        task_person: name,
      })
      const told = (await eventsOf(world, village, caseId)).slice(-3).sort()
      expect(told).toEqual(['assignmentReplaced', 'measureHandedOver', 'taskHandedOver'])
    }
    expect(await appointmentOf(leaver)).toMatchObject({ to_on: '2026-03-09', version: 2 })
    expect((await world.viewer(leaver)).grants).toEqual([])
    expect((await accountEvents()).slice(-2)).toMatchObject([
      { kind: 'workHandedOver', details: { slots: 2, measures: 2, tasks: 2, seats: 0 } },
      { kind: 'appointmentEnded', details: { toOn: '2026-03-09' } },
    ])
    expect(
      (await readHandover(await world.viewer('A.office'), (await appointmentOf(leaver)).id)).total,
    ).toBe(0)
  })

  test('lets each kind of work go to somebody else, also to somebody by name', async () => {
    const { caseId, visit } = await holding()
    await run('A.office', await given('A.office', leaver, { groups: { tasks: { name: '蓝某' } } }))
    expect((await holders(caseId))[1]).toMatchObject({ user_id: world.users[next] })
    expect(await one('SELECT task_person FROM visits WHERE id = $1', [visit])).toEqual({
      task_person: '蓝某',
    })
  })

  test('is the administrator’s by count alone: no village, no title, and the same outcome', async () => {
    const { caseId } = await holding()
    const admin = await world.viewer('A.admin')
    const seen = await readHandover(admin, (await appointmentOf(leaver)).id)
    expect(seen).toMatchObject({ blind: true, total: 3 })
    expect(seen.groups.map(({ count, items }) => [count, items])).toEqual([
      [1, []],
      [1, []],
      [1, []],
      [0, []],
    ])
    for (const told of ['试1', '联系水利部门', '三会一课', caseId]) {
      expect(JSON.stringify(seen)).not.toContain(told)
    }
    await run('A.admin', await given('A.admin', leaver))
    expect((await holders(caseId))[1]).toMatchObject({ user_id: world.users[next] })
    const last = await one(
      `SELECT actor_role FROM events WHERE case_id = $1 ORDER BY seq DESC LIMIT 1`,
      [caseId],
    )
    expect(last).toEqual({ actor_role: 'SYSTEM_ADMIN' })
  })

  test('is a township’s for its own people and nobody else’s', async () => {
    leaver = await person('TOWNSHIP', 'township-0')
    next = await person('TOWNSHIP', 'township-0')
    const { caseId } = await holding(leaver, 'TOWNSHIP_OFFICER')
    const input = await given('A.township', leaver)
    for (const who of ['A.other-township', 'A.helper', 'A.team', 'A.leader', 'B.office']) {
      await expect(run(who, input)).rejects.toMatchObject({ status: 404 })
    }
    const listed = await listLeaving(await world.viewer('A.township'), {})
    expect(new Set(listed.items.map(({ organisation }) => organisation.name))).toEqual(
      new Set(['鹿寨县township-0']),
    )
    await expect(listLeaving(await world.viewer('A.helper'), {})).rejects.toMatchObject({
      status: 403,
    })
    await run('A.township', input)
    expect((await holders(caseId))[1]).toMatchObject({ user_id: world.users[next] })
  })

  test('leaves to the county office what lies outside the township', async () => {
    leaver = await person('TOWNSHIP', 'township-0')
    next = await person('TOWNSHIP', 'township-0')
    const index = villages.findIndex((village) => village.startsWith('A.1'))
    const [village = ''] = villages.splice(index, 1)
    const { measures } = await caseAt(world, 'RECTIFYING', { village })
    await owner.query('UPDATE measures SET person_user_id = $2 WHERE id = $1', [
      ...[measures[0]?.id, world.users[leaver]],
    ])
    const found = await readHandover(
      await world.viewer('A.township'),
      (await appointmentOf(leaver)).id,
    )
    expect(found.groups[1]).toMatchObject({ count: 1, hidden: 1, items: [] })
    await expect(run('A.township', await given('A.township', leaver))).rejects.toMatchObject({
      code: 'handoverBlocked',
      reasons: [{ code: 'handoverElsewhere' }],
    })
  })
})

describe('nothing is left or moved unseen', () => {
  test('what cannot be moved is named before, and then nothing is done', async () => {
    const { caseId, village } = await holding()
    const { version } = await stateOf(world, village, caseId)
    await pause(await world.viewer('A.office'), { caseId, version, reason: '换届' })
    const input = await given('A.office', leaver)
    const found = await readHandover(await world.viewer('A.office'), input.appointmentId)
    expect(found.groups[0]?.blocked).toEqual([{ reason: 'casePaused', count: 1 }])
    await expect(run('A.office', input)).rejects.toMatchObject({
      code: 'handoverBlocked',
      reasons: [{ code: 'handoverCasePaused' }],
    })
    expect(await holders(caseId)).toHaveLength(1)
    expect(await appointmentOf(leaver)).toMatchObject({ to_on: null })
  })

  test('what was added meanwhile is a conflict; a wrong successor and a wrong day are refused', async () => {
    await holding()
    const stale = await given('A.office', leaver)
    const { caseId } = await holding()
    await expect(run('A.office', stale)).rejects.toMatchObject({ code: 'handoverChanged' })
    const input = await given('A.office', leaver)
    const refused: [Partial<Input>, string, string][] = [
      [{ all: { userId: world.users['A.helper'] } }, 'all.userId', 'invalidChoice'],
      [{ all: {} }, 'all.userId', 'successorMissing'],
      [{ fromOn: '2026-03-11' }, 'fromOn', 'dateInFuture'],
      [{ fromOn: '2026-02-01' }, 'fromOn', 'successorTooEarly'],
    ]
    for (const [change, field, code] of refused) {
      await expect(run('A.office', { ...input, ...change })).rejects.toMatchObject({
        issues: [expect.objectContaining({ field, code })],
      })
    }
    expect(await holders(caseId)).toHaveLength(1)
  })

  test('two at once: one is done, the other meets a conflict', async () => {
    const { caseId } = await holding()
    const input = await given('A.office', leaver)
    const outcomes = await Promise.allSettled([run('A.office', input), run('A.office-2', input)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [refused] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toMatchObject({ status: 409 })
    expect(await holders(caseId)).toHaveLength(2)
  })

  test('its system viewer changes who is responsible and nothing else', async () => {
    const { measure, visit, caseId } = await holding()
    const office = await world.viewer('A.office')
    const attempts = [
      (tx: Tx) => tx.measure.updateMany({ where: { id: measure }, data: { title: '另一项' } }),
      (tx: Tx) => tx.visit.updateMany({ where: { id: visit }, data: { found: '另一件' } }),
      (tx: Tx) => tx.case.updateMany({ where: { id: caseId }, data: { proposal: '另写' } }),
    ]
    for (const attempt of attempts) {
      await expect(
        transaction(office, (tx) => asSystem(tx, systemViewer('handover'), () => attempt(tx))),
      ).rejects.toThrow(/nothing else|not this viewer/)
    }
  })
})

test('a seat on an open team goes to whoever follows', async () => {
  leaver = await person('INSPECTOR', 'inspectors')
  next = await person('INSPECTOR', 'inspectors')
  const village = villages.shift() ?? ''
  const { caseId } = await caseAt(world, 'RECTIFYING', { village })
  const acceptanceId = newId()
  await owner.query(
    `INSERT INTO acceptances (id, case_id, level, round, opened_on, yellow_on, red_on)
     VALUES ($1, $2, 'COUNTY', 1, '2026-03-01', '2026-03-20', '2026-03-25')`,
    [acceptanceId, caseId],
  )
  await owner.query(
    `INSERT INTO acceptance_members (id, acceptance_id, case_id, user_id, name, leads) VALUES ($1, $2, $3, $4, '人', true)`,
    [newId(), acceptanceId, caseId, world.users[leaver]],
  )
  await run('A.office', await given('A.office', leaver))
  const sql = 'SELECT user_id, leads FROM acceptance_members WHERE acceptance_id = $1'
  expect((await owner.query(sql, [acceptanceId])).rows).toEqual([
    { user_id: world.users[next], leads: true },
  ])
  expect((await eventsOf(world, village, caseId)).at(-1)).toBe('seatHandedOver')
})
