import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { parseCommitmentFilter } from '@/lib/commitments/list-filter'
import { type CommitmentLine, lineOf, pageOfCommitments } from '@/lib/commitments/list-queries'
import { readCommitment } from '@/lib/commitments/queries'
import { fromDay, toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import type { commitmentOperations } from './commitment-operations'

function view(row: CommitmentLine) {
  const { id, caseId, village, level, position, memberCount, text } = row
  const { dueOn, status, overdue, result, publishedOn, evaluatedOn } = row
  return {
    ...{ id, caseId, level, position, memberCount, text },
    ...{ dueOn, status, overdue, result, publishedOn, evaluatedOn },
    village: { id: village.id, code: village.code, name: village.name },
    township: row.townshipId,
  }
}

type Asked = z.output<typeof commitmentOperations.listCommitments.query>

/** A page of commitments in scope; the cursor is the id of the last one. */
export const apiCommitments = (viewer: Viewer, { limit, cursor, ...asked }: Asked) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'commitment.read')
    const { filter, ignored } = parseCommitmentFilter({ ...asked, after: cursor })
    if (ignored) throw new InvalidInput([{ field: 'cursor', code: 'invalid' }])
    const { commitments, nextCursor } = await pageOfCommitments(tx, viewer, filter, limit)
    return { items: commitments.map(view), nextCursor }
  })

type Detail = z.input<typeof commitmentOperations.readCommitment.answer>

/** One commitment as its page shows it. */
export async function apiCommitment(viewer: Viewer, id: string): Promise<Detail> {
  const { commitment: row, verbs } = await readCommitment(viewer, id)
  const { yardstick, personName, problemIds, measureIds, reviewNote, evidence, evaluation } = row
  return {
    ...view(lineOf({ ...row, dueOn: fromDay(row.dueOn) }, viewer.today)),
    ...{ yardstick, personName, problemIds, measureIds, reviewNote, evidence, evaluation },
    enteredBy: row.enteredByName,
    evidenceOn: row.evidenceOn && toDay(row.evidenceOn),
    verbs,
    version: row.version,
  }
}
