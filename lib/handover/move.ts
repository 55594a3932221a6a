import 'server-only'
import { endSlot } from '@/lib/assignments/fill-slot'
import { type Holder, holderFrom } from '@/lib/assignments/holder'
import type { HolderBook } from '@/lib/assignments/holder-book'
import { replaceErrors } from '@/lib/assignments/rules'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { addDays, type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { Conflict, InvalidInput } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { caseChain } from '@/lib/villages/tell'
import type { Holding } from './holdings'
import type { Leaving, Successor } from './rules'

type Move = {
  leaving: Leaving
  to: Successor
  /** The form's field of whoever follows. */
  field: string
  fromOn: Day
  handoverNote: string
  book: HolderBook
}

/** Moves one thing to whoever follows and tells it on its case. */
export async function moveHolding(tx: Tx, actor: Actor, held: Holding, move: Move): Promise<void> {
  const event = await (held.slot
    ? moveSlot(tx, held, held.slot, move)
    : held.measure
      ? moveMeasure(tx, held, held.measure, move)
      : held.line
        ? moveLine(tx, held, held.line, move)
        : held.task
          ? moveTask(tx, held, held.task, move)
          : moveSeat(tx, held, move))
  if (event) await record(tx, actor, caseChain(held.kase), event)
}

async function moveSlot(
  tx: Tx,
  { id, kase }: Holding,
  { slot, from, organisationId, words, holderId }: NonNullable<Holding['slot']>,
  { to, field, fromOn, handoverNote, book }: Move,
): Promise<NewEvent> {
  const holder = slotHolder(book, kase, slot, { to, organisationId, field })
  const errors = replaceErrors({
    ...{ slot, stage: kase.stage, handoverNote },
    predecessor: { holderId, from },
    successor: { holderId: holder.id, from: fromOn },
  })
  if (errors.length > 0) {
    throw new InvalidInput(
      errors.map(({ code, params }) => ({
        field: code === 'successorSame' ? `${field}.userId` : 'fromOn',
        ...{ code, params },
      })),
    )
  }
  await endSlot(tx, id, addDays(fromOn, -1), handoverNote)
  await tx.assignment.create({
    data: { id: newId(), caseId: kase.id, slot, ...holder.row, fromOn: fromDay(fromOn) },
    select: { id: true },
  })
  return {
    kind: 'assignmentReplaced',
    details: { slot, from: words, to: holder.words, handoverNote },
    changes: { [slot]: [words, holder.words] },
  }
}

/** Whoever follows, checked as for any slot; what does not fit is said by the form's field. */
function slotHolder(
  book: HolderBook,
  kase: Holding['kase'],
  slot: NonNullable<Holding['slot']>['slot'],
  { to, organisationId, field }: { to: Successor; organisationId: string | null; field: string },
): Holder {
  try {
    return holderFrom(book, kase, slot, {
      organisationId: organisationId ?? undefined,
      userId: to.userId ?? undefined,
      personName: to.name,
      personPost: to.post,
    })
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const [issue] = error.issues
    throw new InvalidInput([{ field: `${field}.userId`, code: issue?.code ?? 'invalidChoice' }])
  }
}

const personOf = ({ userId, name, post }: Successor) => ({
  personUserId: userId,
  personName: name,
  personPost: post,
})

async function moveMeasure(
  tx: Tx,
  { id, version, what }: Holding,
  { number }: NonNullable<Holding['measure']>,
  { leaving, to, handoverNote }: Move,
): Promise<NewEvent> {
  const { count } = await tx.measure.updateMany({
    where: { id, version, status: 'OPEN' },
    data: { ...personOf(to), version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict()
  return {
    kind: 'measureHandedOver',
    details: { measure: number, title: what, from: leaving.name, to: to.name, handoverNote },
    changes: { person: [leaving.name, to.name] },
  }
}

/** A line of a draft: the plan's version moves too, so that an open form notices. */
async function moveLine(
  tx: Tx,
  { id, kase }: Holding,
  { planId }: NonNullable<Holding['line']>,
  { to }: Move,
): Promise<undefined> {
  await tx.planMeasure.update({ where: { id }, data: personOf(to), select: { id: true } })
  const { count } = await tx.plan.updateMany({
    where: { id: planId, caseId: kase.id, status: 'DRAFT' },
    data: { version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict()
}

async function moveTask(
  tx: Tx,
  { id, version, what }: Holding,
  { from }: NonNullable<Holding['task']>,
  { to, handoverNote }: Move,
): Promise<NewEvent> {
  const { count } = await tx.visit.updateMany({
    where: { id, version, taskDoneOn: null, withdrawnOn: null },
    data: { taskPerson: to.name, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict()
  return {
    kind: 'taskHandedOver',
    details: { task: what, from, to: to.name, handoverNote },
    changes: { taskPerson: [from, to.name] },
  }
}

async function moveSeat(
  tx: Tx,
  { id, kase, seat }: Holding,
  { leaving, to, handoverNote }: Move,
): Promise<NewEvent> {
  if (!seat) throw new Error('nothing to move')
  const { acceptanceId, organisationId, leads, level, round } = seat
  const { count } = await tx.acceptanceMember.deleteMany({ where: { id } })
  if (count === 0) throw new Conflict()
  await tx.acceptanceMember.create({
    data: {
      ...{ id: newId(), caseId: kase.id, acceptanceId, organisationId, leads },
      ...{ userId: to.userId, name: to.name, post: to.post },
    },
    select: { id: true },
  })
  return {
    kind: 'seatHandedOver',
    details: { level, round, from: leaving.name, to: to.name, handoverNote },
    changes: { member: [leaving.name, to.name] },
  }
}
