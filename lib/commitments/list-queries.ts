import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCommitments } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { CommitmentFilter } from './list-filter'
import { isOverdue } from './rules'
import { listedCommitment } from './select'

const pageSize = 50

/** What a filter asks for, without the scope: always used as `AND: [visibleCommitments, …]`. */
function matching(filter: CommitmentFilter, today: Day): Prisma.CommitmentWhereInput {
  const { level, state, township, due, village } = filter
  return {
    level,
    townshipId: township,
    villageId: village,
    caseId: filter.case,
    AND: [
      state ? { status: state } : {},
      due === 'overdue' ? { status: 'PUBLISHED', dueOn: { lt: fromDay(today) } } : {},
      due === 'open' ? { status: { in: ['PUBLISHED', 'CARRIED_OUT'] } } : {},
    ],
  }
}

type Listed = Prisma.CommitmentGetPayload<{ select: typeof listedCommitment }>

/** A commitment as lists show it. */
export function lineOf(row: Listed, today: Day) {
  const dueOn = toDay(row.dueOn)
  return {
    ...row,
    dueOn,
    overdue: isOverdue({ status: row.status, dueOn }, today),
    publishedOn: row.publishedOn && toDay(row.publishedOn),
    evaluatedOn: row.evaluatedOn && toDay(row.evaluatedOn),
  }
}

export type CommitmentLine = ReturnType<typeof lineOf>

/** One page of commitments in scope by keyset, the newest first; no count. */
export async function pageOfCommitments(
  tx: Tx,
  viewer: Viewer,
  filter: CommitmentFilter,
  limit: number,
) {
  const found = await tx.commitment.findMany({
    where: {
      AND: [
        visibleCommitments(viewer),
        matching(filter, viewer.today),
        filter.after ? { id: { lt: filter.after } } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: listedCommitment,
  })
  const commitments = found.slice(0, limit).map((row) => lineOf(row, viewer.today))
  const last = commitments.at(-1)
  return { commitments, nextCursor: found.length > limit && last ? last.id : null }
}

/** The list of commitments with what to filter by. */
export const listCommitments = (viewer: Viewer, filter: CommitmentFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'commitment.read')
    const page = await pageOfCommitments(tx, viewer, filter, limit)
    const townships = await tx.township.findMany({
      where: { countyId: viewer.countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    return { ...page, townships }
  })
