import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { changedMeanwhile, type OpenedCase, openCase } from '@/lib/cases/open-case'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import type { RuleMessage } from '@/lib/rule-message'
import { endSlot, fillSlot, handOverSlot, requireAssignable } from './fill-slot'
import { holderFor } from './holder'
import { endErrors, holderOf, replaceErrors, type Slot } from './rules'
import type { assignInput, endAssignmentInput, replaceAssignmentInput } from './schema'

/** assign: puts someone into a slot that nobody holds. Returns the id of the assignment. */
export function assign(viewer: Viewer, input: z.infer<typeof assignInput>): Promise<string> {
  return transaction(viewer, async (tx) => {
    const opened = await openForAssignment(tx, viewer, input.caseId)
    refuseFuture(input.fromOn, 'fromOn', viewer.today)
    const held = await tx.assignment.findFirst({
      where: {
        caseId: input.caseId,
        slot: input.slot,
        OR: [{ toOn: null }, { toOn: { gte: fromDay(input.fromOn) } }],
      },
      select: { toOn: true },
    })
    if (held) throw slotHeld(held.toOn, input.slot)
    const holder = await holderFor(tx, opened.kase, input.slot, input, viewer.today)
    return fillSlot(tx, opened, { slot: input.slot, holder, fromOn: input.fromOn })
  })
}

/**
 * replaceAssignment: one holder follows another in one step; the earlier one ends the day before.
 * The only way out of a bound slot (包保) before the case is closed. Returns the new id.
 */
export function replaceAssignment(
  viewer: Viewer,
  input: z.infer<typeof replaceAssignmentInput>,
): Promise<string> {
  return transaction(viewer, async (tx) => {
    const opened = await openForAssignment(tx, viewer, input.caseId)
    const { slot, ...before } = await holding(tx, opened, input.assignmentId)
    refuseFuture(input.fromOn, 'fromOn', viewer.today)
    const holder = await holderFor(tx, opened.kase, slot, input, viewer.today)
    refuseFor(
      replaceErrors({
        slot,
        stage: opened.kase.stage,
        predecessor: { holderId: before.holderId, from: before.from },
        successor: { holderId: holder.id, from: input.fromOn },
        handoverNote: input.handoverNote,
      }),
      { handoverNoteMissing: 'handoverNote', successorTooEarly: 'fromOn' },
    )
    const { fromOn, handoverNote } = input
    const predecessor = { id: input.assignmentId, words: before.words }
    return handOverSlot(tx, opened, predecessor, { slot, holder, fromOn, handoverNote })
  })
}

/** endAssignment: leaves a slot empty, with a reason; refused for bound slots (包保). */
export function endAssignment(viewer: Viewer, input: z.infer<typeof endAssignmentInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openForAssignment(tx, viewer, input.caseId)
    const before = await holding(tx, opened, input.assignmentId)
    refuseFor(endErrors({ slot: before.slot, stage: opened.kase.stage }), {})
    refuseFuture(input.toOn, 'toOn', viewer.today)
    if (input.toOn < before.from) {
      throw new InvalidInput([{ field: 'toOn', code: 'tooEarly', params: { min: before.from } }])
    }
    await endSlot(tx, input.assignmentId, input.toOn, input.reason)
    await recordOnCase(tx, opened, {
      kind: 'assignmentEnded',
      details: { slot: before.slot, holder: before.words, reason: input.reason },
      changes: { [before.slot]: [before.words, null] },
    })
  })
}

async function openForAssignment(tx: Tx, viewer: Viewer, caseId: string): Promise<OpenedCase> {
  const opened = await openCase(tx, viewer, { caseId, may: 'assignment.manage' })
  requireAssignable(opened)
  return opened
}

async function holding(tx: Tx, { kase }: OpenedCase, id: string) {
  const found = await tx.assignment.findFirst({
    where: { id, caseId: kase.id },
    select: {
      slot: true,
      organisationId: true,
      userId: true,
      personName: true,
      fromOn: true,
      toOn: true,
      organisation: { select: { name: true } },
    },
  })
  if (!found) throw new NotFound()
  if (found.toOn) throw await changedMeanwhile(tx, kase.id)
  return {
    slot: found.slot,
    ...holderOf(found),
    from: toDay(found.fromOn),
  }
}

function slotHeld(until: Date | null, slot: Slot) {
  return until
    ? new InvalidInput([
        { field: 'fromOn', code: 'slotHeldUntil', params: { until: toDay(until) } },
      ])
    : new RuleBroken('slotHeld', { slot })
}

function refuseFuture(day: Day, field: string, today: Day): void {
  if (day > today) throw new InvalidInput([{ field, code: 'dateInFuture' }])
}

/** Errors of the rules, each by its field where it has one. */
function refuseFor(errors: readonly RuleMessage[], fields: Record<string, string>): void {
  if (errors.length === 0) return
  const issues = errors.map(({ code, params }) => ({ field: fields[code] ?? '', code, params }))
  if (issues.every((issue) => issue.field !== '')) throw new InvalidInput(issues)
  const [first] = errors
  throw new RuleBroken(
    first?.code ?? 'invalid',
    first?.params,
    errors.slice(1).length ? errors : [],
  )
}
