import 'server-only'
import type { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { oneAtATime } from '@/lib/accounts/appointment-commands'
import { changeAppointment, refuseLast } from '@/lib/accounts/open-appointment'
import { readHolderBook } from '@/lib/assignments/holder-book'
import { record } from '@/lib/audit/record'
import { addDays, fromDay } from '@/lib/dates'
import { asSystem, type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, RuleBroken } from '@/lib/errors'
import { fingerprint, type Holding, holdingsOf } from './holdings'
import { moveHolding } from './move'
import { findSuccessors, openLeaving } from './open-leaving'
import {
  chosenFor,
  type HandoverGroup,
  handoverGroups,
  mayBeNamed,
  obstacleCodes,
  type Successor,
} from './rules'
import type { handOverInput } from './schema'

type Input = z.infer<typeof handOverInput>
type Opened = Awaited<ReturnType<typeof openLeaving>>
type Following = Partial<Record<HandoverGroup, { to: Successor; field: string }>>

/**
 * handOver: somebody leaves an appointment. Their slots, open measures, follow-ups and seats go to
 * whoever follows from a day, the appointment ends the day before, in one transaction; nothing is left
 * without a holder. Returns how many things moved.
 */
export function handOver(viewer: Viewer, input: Input): Promise<number> {
  return transaction(viewer, async (tx) => {
    await oneAtATime(tx, viewer.countyId)
    const opened = await openLeaving(tx, viewer, input.appointmentId)
    const { row, grant, leaving, townships } = opened
    if (row.version !== input.version) throw new Conflict()
    refuseDay(input, opened, viewer)
    const book = await bookOf(tx, viewer, opened)
    const moved = await asSystem(tx, systemViewer('handover'), async () => {
      const read = () => holdingsOf(tx, viewer.countyId, leaving, townships)
      await lockCases(tx, await read())
      const held = await read()
      if (fingerprint(held) !== input.seen) throw new Conflict('handoverChanged')
      refuseBlocked(held)
      const following = await followingOf(tx, viewer, opened, input, held)
      const { fromOn, handoverNote } = input
      for (const one of held) {
        const follows = following[one.group]
        if (!follows) throw new RuleBroken('handoverLeft')
        const move = { leaving, fromOn, handoverNote, ...follows }
        await moveHolding(tx, { viewer, grant }, one, { ...move, book: book(move.to) })
      }
      refuseLeft(held, await read())
      await endAppointment(tx, viewer, opened, input)
      return held
    })
    await tell(tx, viewer, opened, input, moved)
    return moved.length
  })
}

/** The day is not to come, and leaves the one who goes at least their first day. */
function refuseDay({ fromOn }: Input, { period }: Opened, { today }: Viewer): void {
  const refuse = (code: string, params?: Record<string, string>) => {
    throw new InvalidInput([{ field: 'fromOn', code, params }])
  }
  if (fromOn > today) refuse('dateInFuture')
  if (fromOn <= period.fromOn) refuse('successorTooEarly', { from: period.fromOn })
}

function refuseBlocked(held: readonly Holding[]): void {
  const reasons = [...new Set(held.flatMap(({ blocked }) => blocked ?? []))]
  if (reasons.length === 0) return
  throw new RuleBroken(
    'handoverBlocked',
    { count: held.filter(({ blocked }) => blocked).length },
    reasons.map((reason) => ({ code: obstacleCodes[reason] })),
  )
}

/** Nothing is left: only follow-ups just moved may still bear the same name (of a namesake). */
function refuseLeft(held: readonly Holding[], left: readonly Holding[]): void {
  const moved = new Set(held.filter(({ group }) => group === 'tasks').map(({ id }) => id))
  const count = left.filter(({ id }) => !moved.has(id)).length
  if (count > 0) throw new RuleBroken('handoverLeft', { count })
}

/** Locks the cases in one order, as every command on several cases does. */
async function lockCases(tx: Tx, held: readonly Holding[]): Promise<void> {
  const ids = [...new Set(held.map(({ kase }) => kase.id))]
  await tx.$queryRaw`SELECT id FROM cases WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
}

/** Who follows in each group in which there is something, checked. */
async function followingOf(
  tx: Tx,
  viewer: Viewer,
  { leaving }: Opened,
  input: Input,
  held: readonly Holding[],
): Promise<Following> {
  const fit = await findSuccessors(tx, viewer, leaving)
  const following: Following = {}
  for (const group of handoverGroups.filter((name) => held.some((one) => one.group === name))) {
    const { chosen, field } = chosenFor(group, input)
    const refuse = (part: string, code: string) => {
      throw new InvalidInput([{ field: `${field}.${part}`, code }])
    }
    const account = fit.find(({ user }) => user.id === chosen.userId)?.user
    if (chosen.userId && !account) refuse('userId', 'invalidChoice')
    if (!account && !chosen.name) refuse('userId', 'successorMissing')
    if (!account && group === 'slots' && !mayBeNamed(leaving))
      refuse('name', 'successorNeedsAccount')
    const post = chosen.post ?? ''
    following[group] = {
      to: account
        ? { userId: account.id, name: account.name, post: post || account.post }
        : { userId: null, name: chosen.name ?? '', post },
      field,
    }
  }
  return following
}

/** A book for slots that holds whoever follows, as the rules of slots read it. */
async function bookOf(tx: Tx, viewer: Viewer, { leaving }: Opened) {
  const fit = await findSuccessors(tx, viewer, leaving)
  const organisations = await tx.organisation.findMany({
    where: { countyId: viewer.countyId, kind: { in: ['TOWNSHIP', 'WORK_TEAM', 'DEPARTMENT'] } },
    select: { townshipId: true, id: true, kind: true },
  })
  const townshipIds = organisations.flatMap(({ townshipId }) => townshipId ?? [])
  const organisationIds = organisations
    .filter(({ kind }) => kind !== 'TOWNSHIP')
    .map(({ id }) => id)
  const userIds = fit.map(({ user }) => user.id)
  const whole = await readHolderBook(tx, viewer.countyId, fromDay(viewer.today), {
    ...{ organisationIds, townshipIds, userIds },
  })
  return (to: Successor) => ({
    ...whole,
    accounts: whole.accounts.filter(({ userId }) => userId === to.userId),
  })
}

async function endAppointment(tx: Tx, viewer: Viewer, opened: Opened, { fromOn }: Input) {
  const { row, period } = opened
  const toOn = addDays(fromOn, -1)
  if (period.toOn && period.toOn <= toOn) return
  await refuseLast(tx, viewer.countyId, row, toOn)
  await changeAppointment(tx, row, { toOn: fromDay(toOn) })
}

async function tell(
  tx: Tx,
  viewer: Viewer,
  { row, grant, period, leaving }: Opened,
  { fromOn }: Input,
  moved: readonly Holding[],
): Promise<void> {
  const actor = { viewer, grant }
  const chain = { accountsOf: viewer.countyId }
  const who = {
    ...{ account: row.user.account, name: leaving.name, role: row.role },
    organisation: row.organisation.name,
  }
  const count = (group: HandoverGroup) => moved.filter((one) => one.group === group).length
  await record(tx, actor, chain, {
    kind: 'workHandedOver',
    details: {
      ...who,
      ...{ slots: count('slots'), measures: count('measures') },
      ...{ tasks: count('tasks'), seats: count('seats') },
    },
  })
  const toOn = addDays(fromOn, -1)
  if (period.toOn && period.toOn <= toOn) return
  await record(tx, actor, chain, {
    kind: 'appointmentEnded',
    details: { ...who, toOn },
    changes: { toOn: [period.toOn, toOn] },
  })
}
