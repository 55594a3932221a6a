import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { read, type Tx } from '@/lib/db'

/** The 内部 part of one record as a reader sees it. */
export type InternalNote = {
  subjectKind: string
  field: string
  text: string
  paperFileNo: string
}

/** Notes a viewer may read, by the id of the record they belong to; nothing for everyone else. */
export type InternalNotes = Readonly<Record<string, InternalNote[]>>

/**
 * The 内部 notes of a case that row-level security shows this viewer, keyed by the subject's id.
 * Who may not read them gets an empty object, never a hint that there are any. Inside a query pass
 * its transaction; alone pass the viewer.
 */
export function readInternal(from: Tx | Viewer, caseId: string): Promise<InternalNotes> {
  return 'userId' in from ? read(from, (tx) => notesOf(tx, caseId)) : notesOf(from, caseId)
}

async function notesOf(tx: Tx, caseId: string): Promise<InternalNotes> {
  const rows = await tx.internalNote.findMany({
    where: { caseId },
    orderBy: { createdAt: 'asc' },
    select: { subjectId: true, subjectKind: true, field: true, text: true, paperFileNo: true },
  })
  const notes: Record<string, InternalNote[]> = {}
  for (const { subjectId, ...note } of rows) notes[subjectId] = [...(notes[subjectId] ?? []), note]
  return notes
}
