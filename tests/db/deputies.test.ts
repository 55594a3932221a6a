import { describe, expect, test } from 'vitest'
import { loadSession } from '@/lib/access/load-viewer'
import { can } from '@/lib/access/policy'
import { principalsOf, selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { confirmAppointments, endAppointment } from '@/lib/accounts/appointment-commands'
import { listAppointments } from '@/lib/accounts/appointment-queries'
import { grantDeputy } from '@/lib/accounts/deputy-commands'
import { readReplaceable } from '@/lib/accounts/deputy-queries'
import { verifyAll } from '@/lib/audit/verify'
import { read, transaction } from '@/lib/db'
import { solveProblem, verifyProblem } from '@/lib/problems/commands'
import { accountsNow, accountsWorld } from '@/tests/support/accounts-world'
import { caseAt } from '@/tests/support/case-at'
import { worldDay } from '@/tests/support/world'

const here = accountsWorld()
const { sql, user, refuses } = here
const term = { fromOn: worldDay, toOn: '2026-04-10' }

/** The appointment of somebody of the world, as the list of those to stand in for gives it. */
const held = async (who: string) =>
  (
    await sql('SELECT id FROM appointments WHERE user_id = $1 AND stands_in_for_id IS NULL', [
      user(who),
    ])
  )[0].id

const grant = async (deputy: string, principal: string, given = term) =>
  grantDeputy(here.admin, {
    userId: user(deputy),
    standsInForId: await held(principal),
    ...given,
  })

async function standIn(deputy: string, principal: string, given = term): Promise<Viewer> {
  const id = await grant(deputy, principal, given)
  const by = deputy === 'A.office' || principal === 'A.office' ? 'A.office-2' : 'A.office'
  await confirmAppointments(await here.world.viewer(by), { ids: [id] }, accountsNow)
  return here.world.viewer(deputy)
}

const later = async (viewer: Viewer, today: string) =>
  (await loadSession(viewer.sessionId ?? '', { today, idleHours: 12 }))?.viewer as Viewer

describe('a deputy', () => {
  test('is named by the administrator and has no right before the county office confirms', async () => {
    await refuses('forbidden', async () =>
      grantDeputy(here.office, {
        userId: user('A.helper'),
        standsInForId: await held('A.township'),
        ...term,
      }),
    )
    const id = await grant('A.helper', 'A.township')
    expect(await here.lastEvent()).toMatchObject({
      kind: 'deputyGranted',
      details: { name: 'Ahelper', standsInFor: 'Atownship', toOn: term.toOn },
    })
    const before = await here.world.viewer('A.helper')
    expect(before.grants.map(({ role }) => role)).toEqual(['HELPER_UNIT'])
    expect((await listAppointments(here.office, { view: 'pending' })).items).toContainEqual(
      expect.objectContaining({ id, standsInFor: 'Atownship' }),
    )
    await confirmAppointments(here.office, { ids: [id] }, accountsNow)
    expect(await here.lastEvent()).toMatchObject({
      kind: 'appointmentConfirmed',
      details: { name: 'Ahelper（代Atownship）' },
    })
    const viewer = await here.world.viewer('A.helper')
    const [own, acting] = viewer.grants
    const principal = (await here.world.viewer('A.township')).grants[0]
    expect(own).not.toHaveProperty('standsInFor')
    expect(acting).toEqual({
      ...principal,
      standsInFor: { userId: user('A.township'), name: 'Atownship' },
    })
    const subject = { countyId: '450223', townshipId: '450223201' }
    expect(can(viewer, 'plan.submit', subject)).toBe(true)
    expect(can(viewer, 'plan.submit', { ...subject, townshipId: '450223103' })).toBe(false)
  })

  test('signs as standing in, in the record and by name; on their own matters by their own name', async () => {
    const { caseId, problems } = await caseAt(here.world, 'RECTIFYING', { village: 'A.0.0' })
    const viewer = await here.world.viewer('A.helper')
    const problemId = problems[0]?.id ?? ''
    await solveProblem(viewer, { caseId, problemId, version: 1, solution: '书记已到岗' })
    const [event] = await sql(
      `SELECT actor_id, actor_name, actor_role, details FROM events WHERE kind = 'problemSolved'`,
    )
    expect(event).toMatchObject({
      actor_id: user('A.helper'),
      actor_name: 'Ahelper（代Atownship）',
      actor_role: 'TOWNSHIP',
      details: { standsInFor: { userId: user('A.township'), name: 'Atownship' } },
    })
    const problem = await read(here.office, (tx) =>
      tx.problem.findUniqueOrThrow({ where: { id: problemId } }),
    )
    expect(problem.solvedByName).toBe('Ahelper（代Atownship）')
    // What the deputy did in somebody's stead is that one's own work too, while it lasts.
    const principal = await here.world.viewer('A.township')
    expect(selvesOf(principal)).toContain(user('A.helper'))
    await expect(
      verifyProblem(principal, { caseId, problemId, version: 2, verification: '看过' }),
    ).rejects.toMatchObject({ code: 'ownWork' })
  })

  test('loses the rights on the day after the last one, and with the appointment stood in for', async () => {
    const viewer = await standIn('A.inspector', 'A.other-township')
    expect(principalsOf(await later(viewer, term.toOn))).toEqual([user('A.other-township')])
    expect(principalsOf(await later(viewer, '2026-04-11'))).toEqual([])
    const [row] = await sql('SELECT id, version FROM appointments WHERE id = $1', [
      await held('A.other-township'),
    ])
    await endAppointment(here.admin, {
      appointmentId: row.id,
      version: row.version,
      toOn: '2026-03-20',
    })
    expect(principalsOf(await later(viewer, '2026-03-20'))).toHaveLength(1)
    expect(principalsOf(await later(viewer, '2026-03-21'))).toEqual([])
  })

  test('is refused for oneself, beyond the term, twice, and where the rights are there already', async () => {
    await refuses('deputyOfSelf', () => grant('A.township', 'A.township'))
    await refuses('appointmentOverlaps', () => grant('A.helper', 'A.township'))
    await refuses('appointmentOverlaps', () => grant('A.township-2', 'A.township'))
    await refuses('deputyOutsideTerm', () =>
      grant('A.team', 'A.other-township', { fromOn: worldDay, toOn: '2026-03-25' }),
    )
    await refuses('appointmentPast', () =>
      grant('A.team', 'A.township', { fromOn: '2026-03-01', toOn: '2026-03-09' }),
    )
    const deputy = (await sql('SELECT id FROM appointments WHERE stands_in_for_id IS NOT NULL'))[0]
      .id
    await refuses('invalidInput', () =>
      grantDeputy(here.admin, { userId: user('A.team'), standsInForId: deputy, ...term }),
    )
    const choices = await readReplaceable(here.admin, user('A.team'))
    expect(choices.map(({ id }) => id)).not.toContain(deputy)
    await expect(
      sql('UPDATE appointments SET stands_in_for_id = NULL WHERE id = $1', [deputy]),
    ).rejects.toThrow(/does not change/)
  })
})

describe('no approval by proxy', () => {
  test('who stands in for the author does not verify, neither does the database let it', async () => {
    const { caseId, problems } = await caseAt(here.world, 'RECTIFYING', { village: 'A.0.1' })
    const problemId = problems[0]?.id ?? ''
    await solveProblem(await here.world.viewer('A.township-2'), {
      caseId,
      problemId,
      version: 1,
      solution: '书记已到岗',
    })
    const input = { caseId, problemId, version: 2, verification: '实地核实' }
    const deputy = await standIn('A.office', 'A.township-2')
    await expect(verifyProblem(deputy, input)).rejects.toMatchObject({ code: 'ownWork' })
    await expect(
      transaction(
        deputy,
        (tx) =>
          tx.$executeRaw`UPDATE problems SET status = 'VERIFIED' WHERE id = ${problemId}::uuid`,
      ),
    ).rejects.toThrow(/stand in for/)
    await verifyProblem(await here.world.viewer('A.office-2'), input)
  })

  test('nor does a deputy confirm a grant for, or by, whom they stand in for', async () => {
    const viewer = await standIn('A.team', 'A.office')
    expect(can(viewer, 'appointment.confirm')).toBe(true)
    const id = await grant('A.office', 'A.leader')
    await expect(confirmAppointments(viewer, { ids: [id] }, accountsNow)).rejects.toMatchObject({
      code: 'ownWork',
    })
  })
})

test('a leader who stands in for another reaches that one’s cases as such, and no other ones', async () => {
  const { userId } = await here.newPerson()
  await sql(
    `INSERT INTO appointments (id, county_id, user_id, organisation_id, role, from_on, confirmed_at)
     VALUES (gen_random_uuid(), '450223', $1, $2, 'COUNTY_LEADER', '2026-01-01', now())`,
    [userId, here.unit('A.committee')],
  )
  here.world.users['A.leader-2'] = userId
  const { caseId } = await caseAt(here.world, 'RECTIFYING', { village: 'A.0.2' })
  await sql(
    `INSERT INTO assignments (id, case_id, slot, user_id, person_name, from_on)
     VALUES (gen_random_uuid(), $1, 'COUNTY_LEADER', $2, 'Aleader', '2026-01-01')`,
    [caseId, user('A.leader')],
  )
  const subject = { countyId: '450223', townshipId: '450223201', caseId }
  expect(can(await here.world.viewer('A.leader'), 'case.timeline', subject)).toBe(true)
  expect(can(await here.world.viewer('A.leader-2'), 'case.timeline', subject)).toBe(false)
  const viewer = await standIn('A.leader-2', 'A.leader')
  expect(can(viewer, 'case.timeline', subject)).toBe(true)
  expect(viewer.bonds).toEqual([expect.objectContaining({ caseId, standsInFor: user('A.leader') })])
})

test('the chains hold', async () => {
  expect((await verifyAll()).findings).toEqual([])
})
