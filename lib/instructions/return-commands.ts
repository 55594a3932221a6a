import 'server-only'
import type { z } from 'zod'
import { selvesOf, signature, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { refusePaused } from '@/lib/cases/open-case'
import { workingCase } from '@/lib/cases/select'
import { isOpen } from '@/lib/cases/workflow'
import { fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { Conflict, Forbidden, InvalidInput } from '@/lib/errors'
import { instructionClock } from './clock'
import { openInstruction } from './open-instruction'
import { returnRefused } from './rules'
import type { returnInstructionInput } from './schema'

/**
 * Returns an answer that does not settle what was instructed, with a reason and, where one is named,
 * a new deadline: the leader who wrote it or the county office, never whoever answered. It is then
 * answered again; the answer returned stays readable until it is.
 */
export function returnInstruction(viewer: Viewer, input: z.infer<typeof returnInstructionInput>) {
  const { reason, dueOn } = input
  return transaction(viewer, async (tx) => {
    const { row, grant } = await openInstruction(tx, viewer, input, 'instruction.return')
    const refused = returnRefused(row, grant, selvesOf(viewer))
    if (refused === 'instructionNotAnswered') throw new Conflict(refused)
    if (refused) throw new Forbidden(refused)
    const kase = await tx.case.findUniqueOrThrow({
      where: { id: row.caseId },
      select: workingCase,
    })
    refusePaused(kase)
    if (!isOpen(kase.stage)) throw new Conflict('wrongStage', { stage: kase.stage })
    if (dueOn && dueOn < viewer.today) {
      throw new InvalidInput([{ field: 'dueOn', code: 'dateInPast' }])
    }
    const due = dueOn ?? (row.dueOn && toDay(row.dueOn))
    await tx.instruction.update({
      where: { id: row.id },
      data: {
        answeredOn: null,
        returns: { increment: 1 },
        returnReason: reason,
        returnedByName: signature({ viewer, grant }),
        returnedOn: fromDay(viewer.today),
        version: { increment: 1 },
        ...(due && (await instructionClock(tx, kase, due))),
      },
      select: { id: true },
    })
    const chain = { caseId: kase.id, countyId: kase.countyId, townshipId: kase.townshipId }
    await record(tx, { viewer, grant }, chain, {
      kind: 'instructionReturned',
      details: {
        leader: row.leaderName,
        organisation: row.organisation.name,
        givenOn: toDay(row.givenOn),
        dueOn: due ?? null,
        reason,
      },
    })
  })
}
