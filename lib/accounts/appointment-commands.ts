import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { systemViewer } from '@/lib/access/system'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { asSystem, type Tx, transaction } from '@/lib/db'
import { Conflict, Forbidden, InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { overlap, roleFits } from './appointment-rules'
import {
  changeAppointment,
  type Manage,
  openAppointment,
  othersInForce,
  refuseLast,
} from './open-appointment'
import type {
  confirmAppointmentsInput,
  declineAppointmentInput,
  endAppointmentInput,
  grantAppointmentInput,
  onAppointment,
} from './schema'
import { periodOf, stateOf } from './select'

/**
 * grantAppointment: the administrator gives somebody a role at an organisation from–to. It takes
 * effect once the county office has confirmed it; only the first county office of a county, which
 * nobody could confirm, does so at once, and never for the administrator themselves. Returns its id
 * and whether it still has to be confirmed.
 */
export function grantAppointment(
  viewer: Viewer,
  input: z.infer<typeof grantAppointmentInput>,
  now: Date,
): Promise<{ id: string; pending: boolean }> {
  return transaction(viewer, (tx) => addAppointment(tx, viewer, input, now))
}

/** Part of grantAppointment, also of a sheet of new accounts. */
export async function addAppointment(
  tx: Tx,
  viewer: Viewer,
  input: z.infer<typeof grantAppointmentInput>,
  now: Date,
) {
  const { countyId, today } = viewer
  const { role, fromOn, toOn = null } = input
  const grant = authorize(viewer, 'appointment.grant', { countyId })
  await oneAtATime(tx, countyId)
  const person = await findPerson(tx, viewer, input)
  const unit = await tx.organisation.findFirst({
    where: { id: input.organisationId, countyId, active: true },
    select: { id: true, name: true, kind: true },
  })
  if (!unit) throw new InvalidInput([{ field: 'organisationId', code: 'invalidChoice' }])
  if (!roleFits(role, unit.kind)) throw new RuleBroken('roleNotHere', { field: 'role' })
  if (toOn !== null && toOn < today) throw new RuleBroken('appointmentPast', { field: 'toOn' })
  const earlier = await tx.appointment.findMany({
    where: { userId: person.id, organisationId: unit.id, role, standsInForId: null },
    select: { fromOn: true, toOn: true, confirmedAt: true, droppedAt: true },
  })
  const periods = earlier.filter((row) => stateOf(row, today) !== 'void').map(periodOf)
  if (periods.some((each) => overlap(each, { fromOn, toOn }))) {
    throw new RuleBroken('appointmentOverlaps', { field: 'fromOn' })
  }
  const first =
    role === 'COUNTY_OFFICE' &&
    person.id !== viewer.userId &&
    (await othersInForce(tx, { countyId, role, after: today })) === 0
  const id = newId()
  const data = {
    id,
    countyId,
    userId: person.id,
    organisationId: unit.id,
    role,
    fromOn: fromDay(fromOn),
    toOn: toOn ? fromDay(toOn) : null,
    grantedById: viewer.userId,
    confirmedAt: first ? now : null,
  }
  const insert = () => tx.appointment.create({ data, select: { id: true } })
  // Row-level security lets nobody but the system set up a grant that is in force at once.
  await (first ? asSystem(tx, systemViewer('setup'), insert) : insert())
  const { account, name } = person
  await record(
    tx,
    { viewer, grant },
    { accountsOf: countyId },
    {
      kind: 'appointmentGranted',
      details: { account, name, role, organisation: unit.name, fromOn, toOn },
      changes: { confirmed: [null, first] },
    },
  )
  return { id, pending: !first }
}

/** confirmAppointments: the county office lets grants take effect; never its own, nor for itself. */
export function confirmAppointments(
  viewer: Viewer,
  { ids }: z.infer<typeof confirmAppointmentsInput>,
  now: Date,
): Promise<number> {
  return transaction(viewer, async (tx) => {
    for (const appointmentId of [...new Set(ids)].sort()) {
      const opened = await openAppointment(tx, viewer, appointmentId, 'appointment.confirm')
      const { row, state, details } = opened
      const selves = selvesOf(viewer)
      if (selves.includes(row.userId) || selves.includes(row.grantedById ?? '')) {
        throw new Forbidden('ownWork')
      }
      if (state !== 'pending') throw new Conflict()
      await changeAppointment(tx, row, { confirmedAt: now, confirmedById: viewer.userId })
      await record(tx, opened.actor, opened.chain, {
        kind: 'appointmentConfirmed',
        details,
        changes: { confirmed: [false, true] },
      })
    }
    return ids.length
  })
}

/** declineAppointment: the county office does not confirm a grant; it never takes effect. */
export function declineAppointment(
  viewer: Viewer,
  input: z.infer<typeof declineAppointmentInput>,
  now: Date,
): Promise<void> {
  return transaction(viewer, async (tx) => {
    const opened = await dropPending(tx, viewer, { input, may: 'appointment.confirm', now })
    const details = { ...opened.details, reason: input.reason }
    await record(tx, opened.actor, opened.chain, { kind: 'appointmentDeclined', details })
  })
}

/** withdrawAppointment: the administrator takes back a grant that is not confirmed yet. */
export function withdrawAppointment(
  viewer: Viewer,
  input: z.infer<typeof onAppointment>,
  now: Date,
): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { actor, chain, details } = await dropPending(tx, viewer, {
      input,
      may: 'appointment.grant',
      now,
    })
    await record(tx, actor, chain, { kind: 'appointmentWithdrawn', details })
  })
}

/**
 * endAppointment: `toOn` is its last day. Only ever earlier than before: a longer one is a new
 * grant. Refused for the last county office and the last administrator.
 */
export function endAppointment(
  viewer: Viewer,
  input: z.infer<typeof endAppointmentInput>,
): Promise<void> {
  const { toOn } = input
  return transaction(viewer, async (tx) => {
    await oneAtATime(tx, viewer.countyId)
    const opened = await openAppointment(tx, viewer, input.appointmentId, 'appointment.grant')
    const { row, period, state, details } = opened
    if (state !== 'inForce' && state !== 'future') throw new Conflict()
    if (toOn < period.fromOn) throw new RuleBroken('endsBeforeStart', { field: 'toOn' })
    if (period.toOn && toOn >= period.toOn) throw new RuleBroken('endsLater', { field: 'toOn' })
    await refuseLast(tx, viewer.countyId, row, toOn)
    await changeAppointment(tx, { ...row, version: input.version }, { toOn: fromDay(toOn) })
    await record(tx, opened.actor, opened.chain, {
      kind: 'appointmentEnded',
      details: { ...details, toOn },
      changes: { toOn: [period.toOn, toOn] },
    })
  })
}

/** "The first" and "the last" are counted: two administrators must not count at the same moment. */
export async function oneAtATime(tx: Tx, countyId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`appointments:${countyId}`}))`
}

export async function findPerson(
  tx: Tx,
  viewer: Viewer,
  input: Pick<z.infer<typeof grantAppointmentInput>, 'userId' | 'account' | 'name'>,
) {
  const select = { id: true, account: true, name: true, status: true } as const
  const { userId, account, name } = input
  if (userId) {
    const own = await tx.user.findFirst({
      where: { id: userId, countyId: viewer.countyId },
      select,
    })
    if (!own) throw new NotFound()
    return own
  }
  // Somebody of another county: account and name together, so that nobody can look accounts up.
  const found = account
    ? await asSystem(tx, systemViewer('accounts'), () =>
        tx.user.findUnique({ where: { account }, select }),
      )
    : null
  if (!found || found.name !== name) {
    throw new InvalidInput([{ field: 'account', code: 'personUnknown' }])
  }
  return found
}

/** A pending grant that is about to be dropped. */
async function dropPending(
  tx: Tx,
  viewer: Viewer,
  { input, may, now }: { input: z.infer<typeof onAppointment>; may: Manage; now: Date },
) {
  const opened = await openAppointment(tx, viewer, input.appointmentId, may)
  if (opened.state !== 'pending') throw new Conflict()
  await changeAppointment(tx, { ...opened.row, version: input.version }, { droppedAt: now })
  return opened
}
