import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { moveOf } from '@/lib/records/kinds'
import { parseRecordFilter } from '@/lib/records/list-filter'
import { pageOfRecords, type RecordLine } from '@/lib/records/list-queries'
import { readRecord } from '@/lib/records/queries'
import type { recordOperations } from './record-operations'

function view(row: Omit<RecordLine, 'told'>) {
  const { id, caseId, kind, day, enteredOn, late, text, role, withdrawnOn, village } = row
  return {
    ...{ id, caseId, kind, day, enteredOn, late, text, role, withdrawnOn },
    move: moveOf(kind),
    detail: row.detail as Record<string, unknown>,
    village: village && { id: village.id, code: village.code, name: village.name },
    township: row.townshipId,
    author: row.authorName,
    organisation: row.organisationName,
  }
}

type Asked = z.output<typeof recordOperations.listRecords.query>

/** A page of records in scope; the cursor is the day and the id of the last one. */
export const apiRecords = (viewer: Viewer, { limit, cursor, ...asked }: Asked) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'record.read')
    const { filter, ignored } = parseRecordFilter({ ...asked, after: cursor })
    if (ignored) throw new InvalidInput([{ field: 'cursor', code: 'invalid' }])
    const { records, nextCursor } = await pageOfRecords(tx, viewer, filter, limit)
    return { items: records.map(view), nextCursor }
  })

type Detail = z.input<typeof recordOperations.readRecord.answer>

/** One record as its page shows it. */
export async function apiRecord(viewer: Viewer, id: string): Promise<Detail> {
  const page = await readRecord(viewer, id)
  const { record, day, enteredOn, late, results, mayChange, mayWithdraw } = page
  const withdrawnOn = record.withdrawnOn && toDay(record.withdrawnOn)
  return {
    ...view({ ...record, day, enteredOn, late, withdrawnOn }),
    enteredAt: record.createdAt.toISOString(),
    problemIds: record.problemIds,
    measureIds: record.measureIds,
    results,
    withdrawReason: record.withdrawReason,
    mayChange,
    mayWithdraw,
    version: record.version,
  }
}
