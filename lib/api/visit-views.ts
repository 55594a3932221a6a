import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { parseVisitFilter } from '@/lib/visits/list-filter'
import { pageOfVisits, type VisitLine } from '@/lib/visits/list-queries'
import { readVisit } from '@/lib/visits/queries'
import type { visitOperations } from './visit-operations'

const dayOf = (date: Date | null) => date && toDay(date)

function view(row: VisitLine) {
  const { id, caseId, kind, day, enteredOn, late, found, settled, met, metCount, role } = row
  const { village, townshipId, authorName, organisationName } = row
  const { task, taskPerson, taskDueOn, taskDoneOn, withdrawnOn } = row
  return {
    ...{ id, caseId, kind, day, enteredOn, late, found, settled, met, metCount, role },
    ...{ task, taskPerson, taskDueOn, taskDoneOn, withdrawnOn },
    village: village && { id: village.id, code: village.code, name: village.name },
    township: townshipId,
    author: authorName,
    organisation: organisationName,
  }
}

type Asked = z.output<typeof visitOperations.listVisits.query>

/** A page of visits in scope; the cursor is the day and the id of the last one. */
export const apiVisits = (viewer: Viewer, { limit, cursor, ...asked }: Asked) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'visit.read')
    const { filter, ignored } = parseVisitFilter({ ...asked, after: cursor })
    if (ignored) throw new InvalidInput([{ field: 'cursor', code: 'invalid' }])
    const { visits, nextCursor } = await pageOfVisits(tx, viewer, filter, limit)
    return { items: visits.map(view), nextCursor }
  })

type Detail = z.input<typeof visitOperations.readVisit.answer>

/** One visit as its page shows it. */
export async function apiVisit(viewer: Viewer, id: string): Promise<Detail> {
  const { visit, day, enteredOn, late, mayChange } = await readVisit(viewer, id)
  return {
    ...view({
      ...visit,
      day,
      enteredOn,
      late,
      taskDueOn: dayOf(visit.taskDueOn),
      taskDoneOn: dayOf(visit.taskDoneOn),
      withdrawnOn: dayOf(visit.withdrawnOn),
    }),
    companionIds: visit.companionIds,
    companions: visit.companions,
    problemIds: visit.problemIds,
    measureIds: visit.measureIds,
    taskResult: visit.taskResult,
    withdrawReason: visit.withdrawReason,
    version: visit.version,
    enteredAt: visit.createdAt.toISOString(),
    taskDoneBy: visit.taskDoneByName,
    mayChange,
  }
}
