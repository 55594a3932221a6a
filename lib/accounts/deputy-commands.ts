import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Role } from '@/lib/access/roles'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { InvalidInput, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { findPerson, oneAtATime } from './appointment-commands'
import { overlap } from './appointment-rules'
import { namesOf } from './names'
import type { grantDeputyInput } from './schema'
import { periodOf, stateOf } from './select'

/** What these roles reach is tied to the person, so that a colleague can stand in for one of them. */
const personal: readonly Role[] = ['COUNTY_LEADER', 'INSPECTOR']

/**
 * grantDeputy: the administrator lets somebody stand in for an appointment of somebody else from–to,
 * with the same rights. It takes effect once the county office has confirmed it, like any other
 * grant, and ends by itself: on its last day, or with the appointment stood in for. Returns its id.
 */
export function grantDeputy(
  viewer: Viewer,
  input: z.infer<typeof grantDeputyInput>,
): Promise<string> {
  const { countyId, today } = viewer
  const { userId, standsInForId, fromOn, toOn } = input
  return transaction(viewer, async (tx) => {
    const grant = authorize(viewer, 'appointment.grant', { countyId })
    await oneAtATime(tx, countyId)
    const { id, account, name } = await findPerson(tx, viewer, { userId })
    const held = await tx.appointment.findFirst({
      where: { id: standsInForId, countyId, standsInForId: null },
      select: {
        userId: true,
        role: true,
        fromOn: true,
        toOn: true,
        confirmedAt: true,
        droppedAt: true,
        organisation: { select: { id: true, name: true } },
      },
    })
    const state = held && stateOf(held, today)
    if (!held || (state !== 'inForce' && state !== 'future')) {
      throw new InvalidInput([{ field: 'standsInForId', code: 'invalidChoice' }])
    }
    if (held.userId === id) throw new RuleBroken('deputyOfSelf', { field: 'standsInForId' })
    const term = periodOf(held)
    if (toOn < today) throw new RuleBroken('appointmentPast', { field: 'toOn' })
    if (fromOn < term.fromOn || (term.toOn !== null && toOn > term.toOn)) {
      throw new RuleBroken('deputyOutsideTerm', { field: 'toOn' })
    }
    const { role, organisation } = held
    const earlier = await tx.appointment.findMany({
      where: {
        userId: id,
        organisationId: organisation.id,
        role,
        // Whoever has the same rights anyhow needs no deputyship.
        ...(personal.includes(role) ? { standsInForId } : {}),
      },
      select: { fromOn: true, toOn: true, confirmedAt: true, droppedAt: true },
    })
    const periods = earlier.filter((row) => stateOf(row, today) !== 'void').map(periodOf)
    if (periods.some((each) => overlap(each, { fromOn, toOn }))) {
      throw new RuleBroken('appointmentOverlaps', { field: 'fromOn' })
    }
    const standsInForName = (await namesOf(tx, [held.userId])).get(held.userId)?.name ?? ''
    const appointmentId = newId()
    await tx.appointment.create({
      data: {
        id: appointmentId,
        countyId,
        userId: id,
        organisationId: organisation.id,
        role,
        fromOn: fromDay(fromOn),
        toOn: fromDay(toOn),
        grantedById: viewer.userId,
        standsInForId,
        standsInForName,
      },
      select: { id: true },
    })
    const who = { account, name, standsInFor: standsInForName }
    const details = { ...who, role, organisation: organisation.name, fromOn, toOn }
    await record(
      tx,
      { viewer, grant },
      { accountsOf: countyId },
      { kind: 'deputyGranted', details },
    )
    return appointmentId
  })
}
