import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { systemViewer } from '@/lib/access/system'
import { holds, signature, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { refusePaused, subjectOf } from '@/lib/cases/open-case'
import { workingCase } from '@/lib/cases/select'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { fromDay, toDay } from '@/lib/dates'
import { asSystem, type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { instructionClock } from './clock'
import { openInstruction } from './open-instruction'
import { addresseeWhere, leadersOf } from './queries'
import type { answerInstructionInput, recordInstructionInput } from './schema'

type Recording = z.infer<typeof recordInstructionInput>

/**
 * Records what a county leader instructs on a case: the leader on a village linked to them, or the
 * county office on a leader's behalf. Not later than today, to one organisation. Returns its id.
 */
export function recordInstruction(viewer: Viewer, input: Recording) {
  return transaction(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: input.caseId }] },
      select: workingCase,
    })
    if (!kase) throw new NotFound()
    const grant = authorize(viewer, 'instruction.record', subjectOf(kase))
    refusePaused(kase)
    if (!isListed(kase.stage) || !isOpen(kase.stage)) {
      throw new Conflict('wrongStage', { stage: kase.stage })
    }
    const { givenOn, dueOn, text, organisationId } = input
    if (givenOn > viewer.today) {
      throw new InvalidInput([{ field: 'givenOn', code: 'dateInFuture' }])
    }
    if (dueOn && dueOn < givenOn)
      throw new InvalidInput([{ field: 'dueOn', code: 'dueBeforeGiven' }])
    const organisation = await tx.organisation.findFirst({
      where: { AND: [addresseeWhere(kase), { id: organisationId }] },
      select: { name: true },
    })
    if (!organisation) throw new InvalidInput([{ field: 'organisationId', code: 'invalidChoice' }])
    const leader = await leaderOf(tx, viewer, input)
    const id = newId()
    await tx.instruction.create({
      data: {
        id,
        caseId: kase.id,
        leaderId: leader.id,
        leaderName: leader.name,
        givenOn: fromDay(givenOn),
        text,
        organisationId,
        recordedById: viewer.userId,
        recordedByName: signature({ viewer, grant }),
        ...(dueOn && (await instructionClock(tx, kase, dueOn))),
      },
      select: { id: true },
    })
    const chain = { caseId: kase.id, countyId: kase.countyId, townshipId: kase.townshipId }
    await record(tx, { viewer, grant }, chain, {
      kind: 'instructionRecorded',
      occurredOn: givenOn,
      details: {
        leader: leader.name,
        organisation: organisation.name,
        givenOn,
        dueOn: dueOn ?? null,
        text,
      },
    })
    return id
  })
}

/** A leader writes for themselves; the county office says whose words they are. */
async function leaderOf(tx: Tx, viewer: Viewer, { leaderId, leaderName }: Recording) {
  if (!holds(viewer, 'COUNTY_OFFICE')) return { id: viewer.userId, name: viewer.name }
  if (leaderId) {
    const leader = (await leadersOf(tx, viewer)).find(({ id }) => id === leaderId)
    if (!leader) throw new InvalidInput([{ field: 'leaderId', code: 'invalidChoice' }])
    return { id: leader.id, name: leader.name }
  }
  if (!leaderName) throw new InvalidInput([{ field: 'leaderName', code: 'required' }])
  return { id: null, name: leaderName }
}

/**
 * Answers an instruction with what was done (办理情况), and again after a return: the organisation it
 * was sent to, or the county office for it. Works also for a department that does not read the case.
 */
export function answerInstruction(viewer: Viewer, input: z.infer<typeof answerInstructionInput>) {
  return transaction(viewer, async (tx) => {
    const { row, grant } = await openInstruction(tx, viewer, input, 'instruction.answer')
    const { caseId, countyId, townshipId } = row
    await tx.instruction.update({
      where: { id: row.id },
      data: {
        answer: input.answer,
        answeredById: viewer.userId,
        answeredByName: signature({ viewer, grant }),
        answeredOn: fromDay(viewer.today),
        version: { increment: 1 },
      },
      select: { id: true },
    })
    await asSystem(tx, systemViewer('answer'), () =>
      record(
        tx,
        { viewer, grant },
        { caseId, countyId, townshipId },
        {
          kind: 'instructionAnswered',
          details: {
            leader: row.leaderName,
            organisation: row.organisation.name,
            givenOn: toDay(row.givenOn),
            text: input.answer,
          },
        },
      ),
    )
  })
}
