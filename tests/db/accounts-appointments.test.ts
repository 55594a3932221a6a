import { describe, expect, test } from 'vitest'
import { loadSession } from '@/lib/access/load-viewer'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import {
  confirmAppointments,
  declineAppointment,
  endAppointment,
  grantAppointment,
  withdrawAppointment,
} from '@/lib/accounts/appointment-commands'
import { listAppointments } from '@/lib/accounts/appointment-queries'
import {
  createOrganisation,
  deactivateOrganisation,
  renameOrganisation,
  restoreOrganisation,
} from '@/lib/accounts/organisation-commands'
import { listOrganisations } from '@/lib/accounts/organisation-queries'
import { readPerson } from '@/lib/accounts/queries'
import { addDays } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { accountsNow, accountsWorld } from '../support/accounts-world'
import { worldDay } from '../support/world'

const here = accountsWorld()
const { owner, sql, unit, user, lastEvent, refuses, newPerson } = here

describe('appointments', () => {
  const grants = async (userId: string, today = worldDay) => {
    const id = newId()
    await transaction(systemViewer('signIn'), (tx) => tx.session.create({ data: { id, userId } }))
    const state = await loadSession(id, { today, idleHours: 12 })
    return state?.viewer.grants.map(({ role }) => role)
  }
  const grant = (userId: string, more: object = {}, by = here.admin) =>
    grantAppointment(
      by,
      {
        userId,
        organisationId: unit('A.township-0'),
        role: 'TOWNSHIP',
        fromOn: worldDay,
        ...more,
      },
      accountsNow,
    )

  test('take effect only after the county office confirmed them, within their days', async () => {
    const { userId } = await newPerson()
    const { id, pending } = await grant(userId, { toOn: addDays(worldDay, 10) })
    expect(pending).toBe(true)
    expect(await grants(userId)).toEqual([])
    await refuses('forbidden', () => confirmAppointments(here.admin, { ids: [id] }, accountsNow))
    await confirmAppointments(here.office, { ids: [id] }, accountsNow)
    expect(await grants(userId)).toEqual(['TOWNSHIP'])
    expect(await grants(userId, addDays(worldDay, 10))).toEqual(['TOWNSHIP'])
    expect(await grants(userId, addDays(worldDay, 11))).toEqual([])
    expect(await grants(userId, addDays(worldDay, -1))).toEqual([])
    await refuses('changedMeanwhile', () =>
      confirmAppointments(here.office, { ids: [id] }, accountsNow),
    )
    expect(await lastEvent()).toMatchObject({ kind: 'appointmentConfirmed' })
  })

  test('an administrator never makes themselves county office', async () => {
    const more = { organisationId: unit('A.office'), role: 'COUNTY_OFFICE' }
    const { id, pending } = await grant(here.admin.userId, more)
    expect(pending).toBe(true)
    expect(await grants(here.admin.userId)).toEqual(['SYSTEM_ADMIN'])
    await refuses('forbidden', () => confirmAppointments(here.admin, { ids: [id] }, accountsNow))
    await withdrawAppointment(here.admin, { appointmentId: id, version: 1 }, accountsNow)
  })

  test('nobody confirms what they granted or what is for themselves', async () => {
    const { id: forOffice } = await grant(here.office.userId)
    await refuses('ownWork', () =>
      confirmAppointments(here.office, { ids: [forOffice] }, accountsNow),
    )
    await confirmAppointments(
      await here.world.viewer('A.office-2'),
      { ids: [forOffice] },
      accountsNow,
    )
    // Somebody who is both administrator and county here.office.
    const both = { ...here.admin, grants: [...here.admin.grants, ...here.office.grants] }
    const { userId } = await newPerson()
    const { id } = await grant(userId)
    await refuses('ownWork', () => confirmAppointments(both, { ids: [id] }, accountsNow))
  })

  test('the first county office account of a county needs no confirmation', async () => {
    const only = await here.world.viewer('B.admin')
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
    await refuses('forbidden', () => declineAppointment(here.admin, decline, accountsNow))
    await declineAppointment(here.office, decline, accountsNow)
    await refuses('changedMeanwhile', () =>
      confirmAppointments(here.office, { ids: [id] }, accountsNow),
    )
    expect(await grants(userId)).toEqual([])
    const { id: again } = await grant(userId)
    await refuses('forbidden', () =>
      withdrawAppointment(here.office, { appointmentId: again, version: 1 }, accountsNow),
    )
    await withdrawAppointment(here.admin, { appointmentId: again, version: 1 }, accountsNow)
    expect((await readPerson(here.admin, userId)).appointments.map(({ state }) => state)).toEqual([
      'void',
      'void',
    ])
  })

  test('are guarded by row-level security and trigger as well', async () => {
    const { userId } = await newPerson()
    const { id } = await grant(userId)
    const { id: own } = await grant(here.office.userId, { organisationId: unit('A.township-1') })
    const insert = (confirmedAt: Date | null, by: Viewer) =>
      transaction(by, (tx) =>
        tx.appointment.create({
          data: {
            id: newId(),
            countyId: '450223',
            userId,
            organisationId: unit('A.office'),
            role: 'COUNTY_OFFICE',
            fromOn: accountsNow,
            grantedById: by.userId,
            confirmedAt,
          },
        }),
      )
    const confirm = (by: Viewer, appointment: string) =>
      transaction(by, (tx) =>
        tx.appointment.updateMany({
          where: { id: appointment },
          data: { confirmedAt: accountsNow, confirmedById: by.userId },
        }),
      )
    await expect(insert(accountsNow, here.admin)).rejects.toThrow(/row-level security/)
    await expect(insert(null, here.office)).rejects.toThrow(/row-level security/)
    await expect(confirm(here.admin, id)).rejects.toThrow(/only the county office/)
    await expect(confirm(here.office, own)).rejects.toThrow(/only the county office/)
    await expect(
      transaction(here.admin, (tx) =>
        tx.appointment.updateMany({ where: { id }, data: { role: 'COUNTY_OFFICE' } }),
      ),
    ).rejects.toThrow(/does not change/)
    expect(await grants(userId)).toEqual([])
  })

  test('end by date, only earlier, and bite at the next request', async () => {
    const { userId } = await newPerson()
    const { id } = await grant(userId, { fromOn: '2026-01-01' })
    await confirmAppointments(here.office, { ids: [id] }, accountsNow)
    const end = (version: number, toOn: string) =>
      endAppointment(here.admin, { appointmentId: id, version, toOn })
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
      endAppointment(here.admin, {
        appointmentId: of(userId).id,
        version: of(userId).version,
        toOn: worldDay,
      })
    await refuses('lastAdministrator', () => end(here.admin.userId))
    await end(user('A.office-2'))
    await refuses('lastOffice', () => end(here.office.userId))
  })

  test('fit the organisation, never overlap, and stay in the county', async () => {
    const { userId } = await newPerson()
    await refuses('roleNotHere', () => grant(userId, { role: 'SYSTEM_ADMIN' }))
    await refuses('invalidInput', () => grant(userId, { organisationId: unit('B.township-0') }))
    await refuses('notFound', () => grant(user('B.township')))
    await grant(userId, { toOn: addDays(worldDay, 30) })
    await refuses('appointmentOverlaps', () => grant(userId, { fromOn: addDays(worldDay, 30) }))
    await grant(userId, { fromOn: addDays(worldDay, 31) })
    await refuses('forbidden', () => grant(userId, {}, here.office))
  })

  test('somebody of another county is named by account and name together', async () => {
    const given = { userId: undefined, account: 'b-helper' }
    await refuses('invalidInput', () => grant('', { ...given, name: '不是他' }))
    const { id } = await grant('', { ...given, name: 'Bhelper' })
    await confirmAppointments(here.office, { ids: [id] }, accountsNow)
    const { items } = await listAppointments(here.office, { view: 'current' })
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
    const id = await createOrganisation(here.admin, { kind, name: '县林业局' })
    expect(await lastEvent()).toMatchObject({ kind: 'organisationCreated' })
    await refuses('invalidInput', () => createOrganisation(here.admin, { kind, name: '县林业局' }))
    await refuses('forbidden', () => createOrganisation(here.office, { kind, name: '县水利局' }))
    await renameOrganisation(here.admin, { organisationId: id, version: 1, name: '县林草局' })
    await refuses('changedMeanwhile', () =>
      renameOrganisation(here.admin, { organisationId: id, version: 1, name: '县林业局' }),
    )
    await deactivateOrganisation(here.admin, { organisationId: id, version: 2 })
    const { userId } = await newPerson()
    await refuses('invalidInput', () =>
      grantAppointment(
        here.admin,
        { userId, organisationId: id, role: 'HELPER_UNIT', fromOn: worldDay },
        accountsNow,
      ),
    )
    await restoreOrganisation(here.admin, { organisationId: id, version: 3 })
    await refuses('notFound', async () =>
      renameOrganisation(await here.world.viewer('B.admin'), {
        organisationId: id,
        version: 4,
        name: '别县',
      }),
    )
    const { items } = await listOrganisations(here.admin, { q: '林草' })
    expect(items).toMatchObject([{ name: '县林草局', active: true, people: 0 }])
  })

  test('stay while somebody holds an appointment there; a township names its township', async () => {
    await refuses('organisationHeld', () =>
      deactivateOrganisation(here.admin, { organisationId: unit('A.helper'), version: 1 }),
    )
    await refuses('invalidInput', () =>
      createOrganisation(here.admin, {
        kind: 'TOWNSHIP',
        name: '象州镇党委',
        townshipId: '451322101',
      }),
    )
  })
})
