import 'server-only'
import { recordOnCase } from '@/lib/cases/advance'
import { type OpenedCase, refusePaused } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { addDays, type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Holder } from './holder'
import type { Slot } from './rules'

/** Slots are filled from the confirmation until the case is closed. */
export function requireAssignable({ kase }: OpenedCase): void {
  refusePaused(kase)
  const { stage } = kase
  if (!isOpen(stage) || !isListed(stage)) throw new Conflict('wrongStage', { stage })
}

type Start = { slot: Slot; holder: Holder; fromOn: Day }

/** What assigning writes, for an empty slot and a holder that fits. Returns the new id. */
export async function fillSlot(tx: Tx, opened: OpenedCase, given: Start): Promise<string> {
  const id = await start(tx, opened, given)
  const { slot, holder } = given
  await recordOnCase(tx, opened, {
    kind: 'assignmentMade',
    details: { slot, holder: holder.words },
    changes: { [slot]: [null, holder.words] },
  })
  return id
}

/** Who is followed, as the timeline names them. */
type Predecessor = { id: string; words: string }

/** What replacing writes: the earlier holder ends the day before. Returns the new id. */
export async function handOverSlot(
  tx: Tx,
  opened: OpenedCase,
  before: Predecessor,
  given: Start & { handoverNote: string },
): Promise<string> {
  const { slot, holder, fromOn, handoverNote } = given
  await endSlot(tx, before.id, addDays(fromOn, -1), handoverNote)
  const id = await start(tx, opened, given)
  await recordOnCase(tx, opened, {
    kind: 'assignmentReplaced',
    details: { slot, from: before.words, to: holder.words, handoverNote },
    changes: { [slot]: [before.words, holder.words] },
  })
  return id
}

/** Ends an assignment that lasts. */
export function endSlot(tx: Tx, id: string, to: Day, handoverNote: string) {
  return tx.assignment.update({
    where: { id, toOn: null },
    data: { toOn: fromDay(to), handoverNote },
    select: { id: true },
  })
}

async function start(tx: Tx, { kase }: OpenedCase, { slot, holder, fromOn }: Start) {
  const id = newId()
  await tx.assignment.create({
    data: { id, caseId: kase.id, slot, ...holder.row, fromOn: fromDay(fromOn) },
    select: { id: true },
  })
  return id
}
