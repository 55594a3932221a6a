import { beforeAll, describe, expect, test } from 'vitest'
import { loadSession } from '@/lib/access/load-viewer'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { listAppointments } from '@/lib/accounts/appointment-queries'
import {
  confirmAppointments,
  declineAppointment,
  endAppointment,
  grantAppointment,
  withdrawAppointment,
} from '@/lib/accounts/appointments'
import { listOrganisations } from '@/lib/accounts/organisation-queries'
import {
  createOrganisation,
  deactivateOrganisation,
  renameOrganisation,
  restoreOrganisation,
} from '@/lib/accounts/organisations'
import {
  changePerson,
  createAccount,
  removeSecondFactorOf,
  resetPassword,
  restoreAccount,
  suspendAccount,
} from '@/lib/accounts/people'
import { listPeople, readPerson } from '@/lib/accounts/queries'
import { loggingDenied } from '@/lib/accounts/security-log'
import { listSecurityLog } from '@/lib/accounts/security-log-queries'
import { checkSheet, createAccounts } from '@/lib/accounts/sheet'
import { cellsOfText } from '@/lib/accounts/sheet-file'
import { signIn } from '@/lib/accounts/sign-in'
import { addDays } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { databaseOfThisFile } from '../support/database'
import { makeWorld, type World, worldDay } from '../support/world'

const { owner } = databaseOfThisFile()
const now = new Date('2026-03-10T02:00:00Z')
let world: World
let admin: Viewer
let office: Viewer

beforeAll(async () => {
  world = await makeWorld()
  admin = await world.viewer('A.admin')
  office = await world.viewer('A.office')
})

const sql = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
const refused = (code: string) => expect.objectContaining({ code })
const unit = (key: string) => world.organisations[key] ?? ''
const user = (key: string) => world.users[key] ?? ''

const events = async () =>
  Number((await sql(`SELECT count(*) FROM events WHERE chain LIKE 'accounts:%'`))[0].count)
const lastEvent = async () =>
  (
    await sql(
      `SELECT kind, details FROM events WHERE chain = 'accounts:450223' ORDER BY seq DESC LIMIT 1`,
    )
  )[0]

/** Refused with this code, and no event written. */
async function refuses(code: string, work: () => Promise<unknown>) {
  const before = await events()
  await expect(work()).rejects.toEqual(refused(code))
  expect(await events()).toBe(before)
}

let made = 0
async function newPerson() {
  const account = `person-${++made}`
  return createAccount(admin, { account, name: `新人${made}`, post: '干部' }, now)
}

describe('accounts', () => {
  test('are opened with a password that signs in once and must be changed', async () => {
    const { userId, account, password } = await newPerson()
    expect(await lastEvent()).toMatchObject({ kind: 'accountCreated', details: { account } })
    const { sessionId } = await signIn({ account, password }, { now: new Date(), userAgent: '' })
    const state = await loadSession(sessionId, { today: worldDay, idleHours: 12 })
    expect(state).toMatchObject({ mustChangePassword: true, viewer: { userId, grants: [] } })
  })

  test('are unique across counties, and nothing but that is said', async () => {
    await refuses('invalidInput', () =>
      createAccount(admin, { account: 'b-office', name: '重名', post: '' }, now),
    )
  })

  test('are managed by nobody but an administrator of the county', async () => {
    for (const who of ['A.office', 'A.leader', 'A.township', 'A.helper', 'A.team', 'A.inspector']) {
      const viewer = await world.viewer(who)
      await refuses('forbidden', () =>
        createAccount(viewer, { account: 'x-1-2', name: '某', post: '' }, now),
      )
      await refuses('forbidden', () => resetPassword(viewer, { userId: user('A.helper') }, now))
    }
    const other = await world.viewer('B.admin')
    await refuses('notFound', () => resetPassword(other, { userId: user('A.helper') }, now))
    const reason = '调离'
    await refuses('notFound', () =>
      suspendAccount(other, { userId: user('A.helper'), reason }, now),
    )
  })

  test('change name and post with before and after, and notice a change meanwhile', async () => {
    const { userId } = await newPerson()
    await changePerson(admin, { userId, version: 1, name: '改名', post: '科长' })
    const [event] = await sql(`SELECT details FROM events WHERE kind = 'accountChanged'`)
    expect(event.details.changes.post).toEqual(['干部', '科长'])
    await refuses('changedMeanwhile', () =>
      changePerson(admin, { userId, version: 1, name: '又改', post: '' }),
    )
  })

  test('suspended: sessions end at once, restored: appointments are still there', async () => {
    const viewer = await world.viewer('A.other-township')
    const sessionId = viewer.sessionId ?? ''
    const load = () => loadSession(sessionId, { today: worldDay, idleHours: 12 })
    expect(await load()).toBeDefined()
    await suspendAccount(admin, { userId: viewer.userId, reason: '离岗' }, now)
    expect(await load()).toBeUndefined()
    const [session] = await sql('SELECT end_reason FROM sessions WHERE id = $1', [sessionId])
    expect(session.end_reason).toBe('SUSPENDED')
    await refuses('changedMeanwhile', () =>
      suspendAccount(admin, { userId: viewer.userId, reason: '离岗' }, now),
    )
    await restoreAccount(admin, { userId: viewer.userId })
    expect(await load()).toBeUndefined()
    expect((await world.viewer('A.other-township')).grants).toHaveLength(1)
    await refuses('ownAccount', () =>
      suspendAccount(admin, { userId: admin.userId, reason: '自己' }, now),
    )
  })

  test('reset: the old sessions and password are gone, failures forgiven', async () => {
    const { userId, account, password } = await newPerson()
    const at = { now: new Date(), userAgent: '' }
    const { sessionId } = await signIn({ account, password }, at)
    for (let n = 0; n < 6; n++) await signIn({ account, password: 'wrong' }, at).catch(() => {})
    await expect(signIn({ account, password }, at)).rejects.toEqual(refused('signInLocked'))
    const reset = await resetPassword(admin, { userId }, now)
    expect(await loadSession(sessionId, { today: worldDay, idleHours: 12 })).toBeUndefined()
    await expect(signIn({ account, password }, at)).rejects.toEqual(refused('signInRefused'))
    expect(await signIn({ account, password: reset.password }, at)).toHaveProperty('sessionId')
    expect(JSON.stringify(await sql('SELECT details FROM events'))).not.toContain(reset.password)
  })

  test('a lost second factor is removed by the administrator', async () => {
    const { userId } = await newPerson()
    await refuses('changedMeanwhile', () => removeSecondFactorOf(admin, { userId }))
    await owner.query(
      `UPDATE credentials SET totp_secret = 'ABCDEFGH', totp_confirmed_at = now() WHERE user_id = $1`,
      [userId],
    )
    expect((await readPerson(admin, userId)).hasSecondFactor).toBe(true)
    await removeSecondFactorOf(admin, { userId })
    expect((await readPerson(admin, userId)).hasSecondFactor).toBe(false)
    expect(await lastEvent()).toMatchObject({ kind: 'secondFactorRemoved' })
  })
})

describe('appointments', () => {
  const grants = async (userId: string, today = worldDay) => {
    const id = newId()
    await transaction(systemViewer('signIn'), (tx) => tx.session.create({ data: { id, userId } }))
    const state = await loadSession(id, { today, idleHours: 12 })
    return state?.viewer.grants.map(({ role }) => role)
  }
  const grant = (userId: string, more: object = {}, by = admin) =>
    grantAppointment(
      by,
      {
        userId,
        organisationId: unit('A.township-0'),
        role: 'TOWNSHIP',
        fromOn: worldDay,
        ...more,
      },
      now,
    )

  test('take effect only after the county office confirmed them, within their days', async () => {
    const { userId } = await newPerson()
    const { id, pending } = await grant(userId, { toOn: addDays(worldDay, 10) })
    expect(pending).toBe(true)
    expect(await grants(userId)).toEqual([])
    await refuses('forbidden', () => confirmAppointments(admin, { ids: [id] }, now))
    await confirmAppointments(office, { ids: [id] }, now)
    expect(await grants(userId)).toEqual(['TOWNSHIP'])
    expect(await grants(userId, addDays(worldDay, 10))).toEqual(['TOWNSHIP'])
    expect(await grants(userId, addDays(worldDay, 11))).toEqual([])
    expect(await grants(userId, addDays(worldDay, -1))).toEqual([])
    await refuses('changedMeanwhile', () => confirmAppointments(office, { ids: [id] }, now))
    expect(await lastEvent()).toMatchObject({ kind: 'appointmentConfirmed' })
  })

  test('an administrator never makes themselves county office', async () => {
    const more = { organisationId: unit('A.office'), role: 'COUNTY_OFFICE' }
    const { id, pending } = await grant(admin.userId, more)
    expect(pending).toBe(true)
    expect(await grants(admin.userId)).toEqual(['SYSTEM_ADMIN'])
    await refuses('forbidden', () => confirmAppointments(admin, { ids: [id] }, now))
    await withdrawAppointment(admin, { appointmentId: id, version: 1 }, now)
  })

  test('nobody confirms what they granted or what is for themselves', async () => {
    const { id: forOffice } = await grant(office.userId)
    await refuses('ownWork', () => confirmAppointments(office, { ids: [forOffice] }, now))
    await confirmAppointments(await world.viewer('A.office-2'), { ids: [forOffice] }, now)
    // Somebody who is both administrator and county office.
    const both = { ...admin, grants: [...admin.grants, ...office.grants] }
    const { userId } = await newPerson()
    const { id } = await grant(userId)
    await refuses('ownWork', () => confirmAppointments(both, { ids: [id] }, now))
  })

  test('the first county office account of a county needs no confirmation', async () => {
    const only = await world.viewer('B.admin')
    await owner.query(
      `UPDATE appointments SET to_on = '2026-03-01' WHERE county_id = '451322' AND role = 'COUNTY_OFFICE'`,
    )
    const more = { organisationId: unit('B.office'), role: 'COUNTY_OFFICE' }
    expect(await grant(only.userId, more, only)).toMatchObject({ pending: true })
    expect(await grant(user('B.township'), more, only)).toMatchObject({ pending: false })
    expect(await grant(user('B.helper'), more, only)).toMatchObject({ pending: true })
  })

  test('are declined with a reason or withdrawn, and never take effect then', async () => {
    const { userId } = await newPerson()
    const { id } = await grant(userId)
    const decline = { appointmentId: id, version: 1, reason: '未经研究' }
    await refuses('forbidden', () => declineAppointment(admin, decline, now))
    await declineAppointment(office, decline, now)
    await refuses('changedMeanwhile', () => confirmAppointments(office, { ids: [id] }, now))
    expect(await grants(userId)).toEqual([])
    const { id: again } = await grant(userId)
    await refuses('forbidden', () =>
      withdrawAppointment(office, { appointmentId: again, version: 1 }, now),
    )
    await withdrawAppointment(admin, { appointmentId: again, version: 1 }, now)
    expect((await readPerson(admin, userId)).appointments.map(({ state }) => state)).toEqual([
      'void',
      'void',
    ])
  })

  test('are guarded by row-level security and trigger as well', async () => {
    const { userId } = await newPerson()
    const { id } = await grant(userId)
    const { id: own } = await grant(office.userId, { organisationId: unit('A.township-1') })
    const insert = (confirmedAt: Date | null, by: Viewer) =>
      transaction(by, (tx) =>
        tx.appointment.create({
          data: {
            id: newId(),
            countyId: '450223',
            userId,
            organisationId: unit('A.office'),
            role: 'COUNTY_OFFICE',
            fromOn: now,
            grantedById: by.userId,
            confirmedAt,
          },
        }),
      )
    const confirm = (by: Viewer, appointment: string) =>
      transaction(by, (tx) =>
        tx.appointment.updateMany({
          where: { id: appointment },
          data: { confirmedAt: now, confirmedById: by.userId },
        }),
      )
    await expect(insert(now, admin)).rejects.toThrow(/row-level security/)
    await expect(insert(null, office)).rejects.toThrow(/row-level security/)
    await expect(confirm(admin, id)).rejects.toThrow(/only the county office/)
    await expect(confirm(office, own)).rejects.toThrow(/only the county office/)
    await expect(
      transaction(admin, (tx) =>
        tx.appointment.updateMany({ where: { id }, data: { role: 'COUNTY_OFFICE' } }),
      ),
    ).rejects.toThrow(/does not change/)
    expect(await grants(userId)).toEqual([])
  })

  test('end by date, only earlier, and bite at the next request', async () => {
    const { userId } = await newPerson()
    const { id } = await grant(userId, { fromOn: '2026-01-01' })
    await confirmAppointments(office, { ids: [id] }, now)
    const end = (version: number, toOn: string) =>
      endAppointment(admin, { appointmentId: id, version, toOn })
    await refuses('endsBeforeStart', () => end(2, '2025-12-31'))
    await end(2, addDays(worldDay, 5))
    expect(await grants(userId)).toEqual(['TOWNSHIP'])
    await refuses('endsLater', () => end(3, addDays(worldDay, 6)))
    await refuses('changedMeanwhile', () => end(2, worldDay))
    await end(3, addDays(worldDay, -1))
    expect(await grants(userId)).toEqual([])
    await refuses('changedMeanwhile', () => end(4, addDays(worldDay, -2)))
  })

  test('the last administrator and the last county office stay', async () => {
    const rows = await sql(
      `SELECT id, version, user_id FROM appointments WHERE county_id = '450223' AND confirmed_at IS NOT NULL
       AND role IN ('SYSTEM_ADMIN', 'COUNTY_OFFICE') ORDER BY role`,
    )
    const of = (userId: string) => rows.find((row) => row.user_id === userId)
    const end = (userId: string) =>
      endAppointment(admin, {
        appointmentId: of(userId).id,
        version: of(userId).version,
        toOn: worldDay,
      })
    await refuses('lastAdministrator', () => end(admin.userId))
    await end(user('A.office-2'))
    await refuses('lastOffice', () => end(office.userId))
  })

  test('fit the organisation, never overlap, and stay in the county', async () => {
    const { userId } = await newPerson()
    await refuses('roleNotHere', () => grant(userId, { role: 'SYSTEM_ADMIN' }))
    await refuses('invalidInput', () => grant(userId, { organisationId: unit('B.township-0') }))
    await refuses('notFound', () => grant(user('B.township')))
    await grant(userId, { toOn: addDays(worldDay, 30) })
    await refuses('appointmentOverlaps', () => grant(userId, { fromOn: addDays(worldDay, 30) }))
    await grant(userId, { fromOn: addDays(worldDay, 31) })
    await refuses('forbidden', () => grant(userId, {}, office))
  })

  test('somebody of another county is named by account and name together', async () => {
    const given = { userId: undefined, account: 'b-helper' }
    await refuses('invalidInput', () => grant('', { ...given, name: '不是他' }))
    const { id } = await grant('', { ...given, name: 'Bhelper' })
    await confirmAppointments(office, { ids: [id] }, now)
    const { items } = await listAppointments(office, { view: 'current' })
    expect(items.find((row) => row.id === id)?.person).toMatchObject({ account: 'b-helper' })
    const session = newId()
    const userId = user('B.helper')
    await transaction(systemViewer('signIn'), (tx) =>
      tx.session.create({ data: { id: session, userId } }),
    )
    const state = await loadSession(session, { today: worldDay, idleHours: 12 })
    expect(state?.counties.map(({ id: county }) => county).sort()).toEqual(['450223', '451322'])
    expect(state?.countyChosen).toBe(false)
  })
})

describe('organisations', () => {
  test('are created, renamed, given up and restored by the administrator alone', async () => {
    const kind = 'DEPARTMENT' as const
    const id = await createOrganisation(admin, { kind, name: '县林业局' })
    expect(await lastEvent()).toMatchObject({ kind: 'organisationCreated' })
    await refuses('invalidInput', () => createOrganisation(admin, { kind, name: '县林业局' }))
    await refuses('forbidden', () => createOrganisation(office, { kind, name: '县水利局' }))
    await renameOrganisation(admin, { organisationId: id, version: 1, name: '县林草局' })
    await refuses('changedMeanwhile', () =>
      renameOrganisation(admin, { organisationId: id, version: 1, name: '县林业局' }),
    )
    await deactivateOrganisation(admin, { organisationId: id, version: 2 })
    const { userId } = await newPerson()
    await refuses('invalidInput', () =>
      grantAppointment(
        admin,
        { userId, organisationId: id, role: 'HELPER_UNIT', fromOn: worldDay },
        now,
      ),
    )
    await restoreOrganisation(admin, { organisationId: id, version: 3 })
    await refuses('notFound', async () =>
      renameOrganisation(await world.viewer('B.admin'), {
        organisationId: id,
        version: 4,
        name: '别县',
      }),
    )
    const { items } = await listOrganisations(admin, { q: '林草' })
    expect(items).toMatchObject([{ name: '县林草局', active: true, people: 0 }])
  })

  test('stay while somebody holds an appointment there; a township names its township', async () => {
    await refuses('organisationHeld', () =>
      deactivateOrganisation(admin, { organisationId: unit('A.helper'), version: 1 }),
    )
    await refuses('invalidInput', () =>
      createOrganisation(admin, { kind: 'TOWNSHIP', name: '象州镇党委', townshipId: '451322101' }),
    )
  })
})

describe('a sheet of accounts', () => {
  const cells = () =>
    cellsOfText(
      [
        '账号\t姓名\t职务\t单位\t角色\t任职起\t任职止',
        'sheet-1\t张三\t干事\t鹿寨县helper\t结对帮扶单位\t2026年3月1日\t',
        'Sheet-2\t李四\t\t\t\t\t',
        'sheet-1\t王五\t\t\t\t\t',
        'b-office\t赵六\t\t\t\t\t',
        '张\t\t\t没有的单位\t乡镇党委\t2026-13-01\t',
        'sheet-6\t钱七\t\t鹿寨县helper\t驻村工作队\t2026/3/1\t2026/2/1',
      ].join('\n'),
    )
  const numbers = (rows: { line: number; issues: { field: string; code: string }[] }[]) =>
    rows.map(({ line, issues }) => [line, ...issues.map(({ field, code }) => `${field}:${code}`)])

  test('says of every line what is wrong with it', async () => {
    expect(numbers(await checkSheet(admin, cells()))).toEqual([
      [2],
      [3],
      [4, 'account:accountRepeated'],
      [5, 'account:accountTaken'],
      [
        6,
        'account:accountFormat',
        'name:required',
        'fromOn:invalidDate',
        'organisation:organisationUnknown',
      ],
      [7, 'role:roleNotHere', 'toOn:endsBeforeStart'],
    ])
    await refuses('forbidden', () => checkSheet(office, cells()))
  })

  test('creates the good lines only when asked to, all together', async () => {
    const create = (onlyGood: boolean) => createAccounts(admin, { cells: cells(), onlyGood }, now)
    await refuses('sheetHasErrors', () => create(false))
    const created = await create(true)
    expect(created.map(({ line, account }) => [line, account])).toEqual([
      [2, 'sheet-1'],
      [3, 'sheet-2'],
    ])
    const { items } = await listPeople(admin, { q: 'sheet-' })
    expect(
      items.map(({ appointments }) => appointments.map(({ role, state }) => [role, state])),
    ).toEqual([[['HELPER_UNIT', 'pending']], []])
    const { password } = created[1] ?? { password: '' }
    const at = { now: new Date(), userAgent: '' }
    expect(await signIn({ account: 'sheet-2', password }, at)).toHaveProperty('sessionId')
    await refuses('sheetNothingGood', () => create(true))
  })
})

describe('lists', () => {
  test('page by account without a gap, filtered, and only of the county', async () => {
    const ids: string[] = []
    for (let after: string | undefined, page = 0; page < 9; page++) {
      const { items, next } = await listPeople(admin, { after })
      ids.push(...items.map(({ id }) => id))
      if (!next) break
      after = next
    }
    const all = await sql(`SELECT id FROM users WHERE county_id = '450223' ORDER BY account`)
    expect(ids).toEqual(all.map(({ id }) => id))
    const filter = { organisation: unit('A.team'), role: 'WORK_TEAM' } as const
    expect((await listPeople(admin, filter)).items.map(({ account }) => account)).toEqual([
      'a-team',
    ])
    await expect(listPeople(await world.viewer('A.township'), {})).rejects.toEqual(
      refused('forbidden'),
    )
    const other = await world.viewer('B.admin')
    await expect(readPerson(other, user('A.team'))).rejects.toEqual(refused('notFound'))
  })

  test('the security log holds what was refused, for its own county', async () => {
    const township = await world.viewer('A.township')
    const work = () => createAccount(township, { account: 'x-1-2', name: '某', post: '' }, now)
    await expect(loggingDenied(township, work)).rejects.toEqual(refused('forbidden'))
    const { items } = await listSecurityLog(office, {})
    expect(items[0]).toMatchObject({
      kind: 'denied',
      details: { permission: 'account.manage' },
      person: { account: 'a-township' },
    })
    expect((await listSecurityLog(await world.viewer('B.admin'), {})).items).toEqual([])
    await expect(listSecurityLog(township, {})).rejects.toEqual(refused('forbidden'))
  })
})
