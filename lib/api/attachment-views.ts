import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { filesWhere } from '@/lib/attachments/list-queries'
import { subjectOf } from '@/lib/cases/open-case'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { attachmentOperations } from './attachment-operations'

type Asked = z.output<typeof attachmentOperations.listAttachments.query>
type Page = z.input<typeof attachmentOperations.listAttachments.answer>

/** A page of the files of a case; the cursor is the id of the last one. */
export function apiAttachments(viewer: Viewer, asked: Asked): Promise<Page> {
  const { caseId, subject, limit, cursor } = asked
  return read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.documents', subjectOf(kase))
    const where = {
      caseId,
      ...(subject && { subjectKind: subject.kind, subjectId: subject.id }),
      ...(cursor && { id: { gt: cursor } }),
    }
    const rows = await filesWhere(tx, viewer, where, limit + 1)
    const items = rows.slice(0, limit).map((file) => {
      const { id, subjectKind, subjectId, name, mediaType, bytes, internal, withdrawn } = file
      return {
        ...{ id, caseId, name, mediaType, bytes, internal, withdrawn },
        subject: { kind: subjectKind, id: subjectId },
        uploadedBy: file.uploadedByName,
        uploadedAt: file.createdAt.toISOString(),
        thumbnail: file.pictured,
      }
    })
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  })
}
