import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { openCase } from '@/lib/cases/open-case'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { requireAssignable } from './fill-slot'
import type { setDutiesInput } from './schema'

/** setDuties: the duties of a slot of this case in words; blank ones are the common ones again. */
export function setDuties(viewer: Viewer, input: z.infer<typeof setDutiesInput>): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { caseId, slot, text } = input
    const opened = await openCase(tx, viewer, { caseId, may: 'assignment.manage' })
    requireAssignable(opened)
    const where = { caseId_slot: { caseId, slot } }
    const before = await tx.slotDuty.findUnique({ where, select: { text: true } })
    if ((before?.text ?? '') === text) return
    await tx.slotDuty.upsert({
      where,
      create: { id: newId(), caseId, slot, text },
      update: { text },
      select: { id: true },
    })
    await recordOnCase(tx, opened, {
      kind: 'dutiesSet',
      details: { slot, text },
      changes: { [`${slot}.duties`]: [before?.text ?? '', text] },
    })
  })
}
