import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import type { Subject } from '@/lib/access/relations'
import { visibleInstructions } from '@/lib/access/scope'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import { changedMeanwhile } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { type ShownInstruction, shownInstruction } from './select'

/** What the rulebook is asked about for an instruction. */
export function subjectOfInstruction(row: ShownInstruction): Subject {
  const { countyId, townshipId, caseId, organisationId } = row
  return { countyId, townshipId, caseId, addresseeId: organisationId }
}

/**
 * The one way a command gets at an instruction: outside the scope `NotFound`, not in the rulebook
 * `Forbidden`, answered already (when it is to be answered) or changed meanwhile `Conflict`. Locks it.
 */
export async function openInstruction(
  tx: Tx,
  viewer: Viewer,
  { instructionId, version }: { instructionId: string; version: number },
  may: Extract<Permission, 'instruction.answer' | 'instruction.return'>,
): Promise<{ row: ShownInstruction; grant: Grant }> {
  const find = () =>
    tx.instruction.findFirst({
      where: { AND: [visibleInstructions(viewer), { id: instructionId }] },
      select: shownInstruction,
    })
  const seen = await find()
  if (!seen) throw new NotFound()
  const grant = authorize(viewer, may, subjectOfInstruction(seen))
  await tx.$queryRaw`SELECT 1 FROM instructions WHERE id = ${seen.id}::uuid FOR UPDATE`
  const row = await find()
  if (!row) throw new NotFound()
  if (may === 'instruction.answer' && row.answeredOn) throw new Conflict('instructionAnswered')
  if (row.version !== version) throw await changedMeanwhile(tx, row.caseId)
  return { row, grant }
}
