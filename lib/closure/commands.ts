import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { advance, recordOnCase, requireStage } from '@/lib/cases/advance'
import { requireGate } from '@/lib/cases/gate-facts'
import { changedMeanwhile, type OpenedCase, openCase } from '@/lib/cases/open-case'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { recordChain } from '@/lib/decisions/commands'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { listExceptions } from '@/lib/exceptions/queries'
import { followUpEnd } from '@/lib/follow-ups/rules'
import { dueFollowUps } from '@/lib/follow-ups/schedule'
import { newId } from '@/lib/ids'
import type { closeInput, fileAtPrefectureInput } from './schema'
import type { StoodCriteria } from './stored'

/**
 * close (销号): through the gate, by the chain of decisions the rule set asks for, under a number
 * of its own, signed. Keeps the gate list as it stood and puts the follow-ups on the calendar.
 */
export async function close(viewer: Viewer, input: z.infer<typeof closeInput>) {
  try {
    await transaction(viewer, (tx) => closeCase(tx, viewer, input))
  } catch (error) {
    // Two cases closed under one number at the same moment.
    if ((error as { code?: string }).code === 'P2002') throw numberTaken()
    throw error
  }
}

async function closeCase(tx: Tx, viewer: Viewer, input: z.infer<typeof closeInput>) {
  const opened = await openCase(tx, viewer, { ...input, may: 'case.close' })
  const { kase, ruleSet } = opened
  requireStage(kase, 'close')
  const items = await requireGate(tx, kase.id, 'closing', ruleSet, viewer.today)
  await refuseDate(tx, opened, input.closedOn)
  const taken = await tx.closure.count({
    where: { countyId: kase.countyId, number: input.number },
  })
  if (taken > 0) throw numberTaken()
  const steps = await recordChain(tx, opened, 'CLOSING', input.decisions, ruleSet.decisions.closing)
  const last = steps.at(-1)
  if (last && last.decidedOn > input.closedOn) {
    throw new InvalidInput([
      { field: 'closedOn', code: 'closedBeforeDecision', params: { decidedOn: last.decidedOn } },
    ])
  }
  const used = items.flatMap((item) => (item.state === 'excepted' ? [item.code] : []))
  const criteria: StoodCriteria = {
    ruleSet: ruleSet.version,
    items,
    exceptions: (await listExceptions(tx, kase.id)).filter(({ criterion }) =>
      used.some((code) => code === criterion),
    ),
  }
  const closedOn = fromDay(input.closedOn)
  const { number, basis, summary, signers } = input
  await tx.closure.create({
    data: {
      id: newId(),
      caseId: kase.id,
      number,
      basis,
      summary,
      signers,
      criteria,
      closedOn,
      closedById: viewer.userId,
      closedByName: signature(opened.actor),
    },
    select: { id: true },
  })
  await dueFollowUps(tx, opened, input.closedOn)
  await advance(
    tx,
    opened,
    'close',
    {
      kind: 'caseClosed',
      occurredOn: input.closedOn,
      details: {
        number,
        basis,
        signers: signers.map((signer) => signer.name),
        exceptions: used,
      },
      changes: { closedOn: [null, input.closedOn] },
    },
    { closedOn, readableUntil: fromDay(followUpEnd(input.closedOn, ruleSet.followUpMonths)) },
  )
}

/** Not in the future, and not before the county acceptance that it rests on. */
async function refuseDate(tx: Tx, { kase, actor }: OpenedCase, closedOn: Day) {
  if (closedOn > actor.viewer.today) {
    throw new InvalidInput([{ field: 'closedOn', code: 'dateInFuture' }])
  }
  const passed = await tx.acceptance.findFirst({
    where: { caseId: kase.id, level: 'COUNTY', status: 'PASSED' },
    orderBy: { round: 'desc' },
    select: { decidedOn: true },
  })
  const passedOn = passed?.decidedOn ? toDay(passed.decidedOn) : null
  if (passedOn && closedOn < passedOn) {
    throw new InvalidInput([
      { field: 'closedOn', code: 'closedBeforeAcceptance', params: { passedOn } },
    ])
  }
}

function numberTaken() {
  return new InvalidInput([{ field: 'number', code: 'closureNumberTaken' }])
}

/** fileAtPrefecture (报市备案): the day a closure was filed, entered once, after the closing. */
export function fileAtPrefecture(viewer: Viewer, input: z.infer<typeof fileAtPrefectureInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'case.close' })
    const { kase } = opened
    if (kase.stage !== 'CLOSED') throw new Conflict('wrongStage', { stage: kase.stage })
    const closure = await tx.closure.findFirst({
      where: { id: input.closureId, caseId: kase.id, annulledOn: null },
      select: { number: true, closedOn: true, filedOn: true },
    })
    if (!closure) throw new NotFound()
    if (closure.filedOn) throw await changedMeanwhile(tx, kase.id)
    const closedOn = toDay(closure.closedOn)
    if (input.filedOn > viewer.today) {
      throw new InvalidInput([{ field: 'filedOn', code: 'dateInFuture' }])
    }
    if (input.filedOn < closedOn) {
      throw new InvalidInput([{ field: 'filedOn', code: 'tooEarly', params: { min: closedOn } }])
    }
    await tx.closure.update({
      where: { id: input.closureId },
      data: { filedOn: fromDay(input.filedOn) },
      select: { id: true },
    })
    await recordOnCase(tx, opened, {
      kind: 'filedAtPrefecture',
      details: { number: closure.number, filedOn: input.filedOn },
      changes: { filedOn: [null, input.filedOn] },
    })
  })
}
