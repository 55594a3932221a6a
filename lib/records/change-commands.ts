import 'server-only'
import type { z } from 'zod'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { changesOf } from '@/lib/entries/changes'
import { requireOwnAndOpen, tellOnCase } from '@/lib/entries/open-entry'
import type { StoredEntry } from '@/lib/entries/sent'
import { Conflict } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { checkRecord } from './check-record'
import { columnsOf, contentOf, flatten } from './content'
import { isApplied } from './kinds'
import { moveRecord, openRecord } from './open-record'
import type { EditRecord, withdrawRecordInput } from './schema'
import type { WholeRecord } from './select'
import { toldOf } from './telling'

/**
 * The author corrects a record while the case stays in its stage; both versions are told. Of a
 * record that changed facts of the village, its day and typed fields stay as they are.
 */
export function editRecord(viewer: Viewer, input: EditRecord) {
  return ofAuthor(viewer, input, async (tx, { record, grant }) => {
    if (input.kind !== record.kind) throw new Conflict('recordKindFixed')
    const before = contentOf(record)
    const content = isApplied(record.kind)
      ? { ...input, day: before.day, detail: before.detail as never }
      : input
    if (!isApplied(record.kind)) {
      await checkRecord(tx, viewer, { kase: record.case, grant, recordId: record.id }, content)
    }
    const columns = columnsOf(content)
    return {
      set: columns,
      event: {
        kind: 'recordChanged',
        occurredOn: content.day,
        details: {
          recordId: record.id,
          record: record.kind,
          text: content.text,
          ...toldOf(record.kind, columns.detail),
        },
        changes: changesOf(
          { ...blanks(flatten(content)), ...flatten(before) },
          { ...blanks(flatten(before)), ...flatten(content) },
        ),
      },
    }
  })
}

/** The author takes a record back, with a reason, unless it changed facts of the village. */
export function withdrawRecord(viewer: Viewer, input: z.output<typeof withdrawRecordInput>) {
  return ofAuthor(viewer, input, async (_, { record }) => {
    if (isApplied(record.kind)) throw new Conflict('recordApplied')
    return {
      set: { withdrawnOn: fromDay(viewer.today), withdrawReason: input.reason },
      event: {
        kind: 'recordWithdrawn',
        details: {
          recordId: record.id,
          record: record.kind,
          reason: input.reason,
          ...toldOf(record.kind, record.detail as object),
        },
        changes: { withdrawnOn: [null, viewer.today] },
      },
    }
  })
}

/** The same names with nothing said, so that a field that comes or goes is a change too. */
const blanks = (flat: Record<string, unknown>) =>
  Object.fromEntries(Object.keys(flat).map((name) => [name, null as unknown]))

type Opened = { record: WholeRecord; grant: Grant }
type Change = { set: Prisma.WorkRecordUncheckedUpdateManyInput; event: NewEvent }

/** A change that is the author's alone, while the case stays in the stage of the entry. */
function ofAuthor(
  viewer: Viewer,
  { recordId, version }: { recordId: string; version: number },
  work: (tx: Tx, opened: Opened) => Promise<Change>,
) {
  return transaction(viewer, async (tx): Promise<StoredEntry> => {
    const opened = await openRecord(tx, viewer, recordId)
    const { record, grant } = opened
    requireOwnAndOpen(viewer, record)
    const { set, event } = await work(tx, opened)
    await moveRecord(tx, record, version, set)
    await tellOnCase(tx, { viewer, grant }, record.case, event)
    return { id: record.id, version: version + 1 }
  })
}
