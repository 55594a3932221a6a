import 'server-only'
import type { z } from 'zod'
import { type Grant, signature, type Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { refusePaused } from '@/lib/cases/open-case'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { changesOf } from '@/lib/entries/changes'
import { requireOwnAndOpen, tellOnCase } from '@/lib/entries/open-entry'
import type { StoredEntry } from '@/lib/entries/sent'
import { Conflict } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { checkContent } from './check-content'
import { columnsOf, contentOf } from './content'
import { moveVisit, openVisit } from './open-visit'
import type { editVisitInput, finishVisitTaskInput, withdrawVisitInput } from './schema'
import type { WholeVisit } from './select'

/** The author corrects a visit while the case stays in its stage; both versions are told. */
export function editVisit(viewer: Viewer, input: z.output<typeof editVisitInput>) {
  const { visitId: _, version: __, ...content } = input
  return ofAuthor(viewer, input, async (tx, { visit, grant }) => {
    await checkContent(tx, viewer, { kase: visit.case, grant }, content)
    return {
      set: columnsOf(content),
      event: {
        kind: 'visitChanged',
        occurredOn: content.day,
        details: { visitId: visit.id, contact: content.kind, text: content.found },
        changes: changesOf(contentOf(visit), content),
      },
    }
  })
}

/** The author takes a visit back, with a reason; it stays readable as withdrawn. */
export function withdrawVisit(viewer: Viewer, input: z.output<typeof withdrawVisitInput>) {
  return ofAuthor(viewer, input, async (_, { visit }) => ({
    set: { withdrawnOn: fromDay(viewer.today), withdrawReason: input.reason },
    event: {
      kind: 'visitWithdrawn',
      details: { visitId: visit.id, contact: visit.kind, reason: input.reason },
      changes: { withdrawnOn: [null, viewer.today] },
    },
  }))
}

/** Whoever works on the case says that what a visit left to do is done. */
export function finishVisitTask(viewer: Viewer, input: z.output<typeof finishVisitTaskInput>) {
  return transaction(viewer, async (tx): Promise<StoredEntry> => {
    const { visit, grant } = await openVisit(tx, viewer, input.visitId)
    refusePaused(visit.case)
    if (visit.withdrawnOn) throw new Conflict('entryWithdrawn')
    if (visit.task === '' || visit.taskDoneOn) throw new Conflict('visitTaskNotOpen')
    await moveVisit(tx, visit, input.version, {
      taskDoneOn: fromDay(viewer.today),
      taskDoneByName: signature({ viewer, grant }),
      taskResult: input.result,
    })
    await tellOnCase(tx, { viewer, grant }, visit.case, {
      kind: 'visitTaskDone',
      details: { visitId: visit.id, task: visit.task, text: input.result },
      changes: { taskDoneOn: [null, viewer.today] },
    })
    return { id: visit.id, version: input.version + 1 }
  })
}

type Opened = { visit: WholeVisit; grant: Grant }
type Change = { set: Prisma.VisitUncheckedUpdateManyInput; event: NewEvent }

/** A change that is the author's alone, while the case stays in the stage of the entry. */
function ofAuthor(
  viewer: Viewer,
  { visitId, version }: { visitId: string; version: number },
  work: (tx: Tx, opened: Opened) => Promise<Change>,
) {
  return transaction(viewer, async (tx): Promise<StoredEntry> => {
    const opened = await openVisit(tx, viewer, visitId)
    const { visit, grant } = opened
    requireOwnAndOpen(viewer, visit)
    const { set, event } = await work(tx, opened)
    await moveVisit(tx, visit, version, set)
    await tellOnCase(tx, { viewer, grant }, visit.case, event)
    return { id: visit.id, version: version + 1 }
  })
}
