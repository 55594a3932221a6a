import 'server-only'
import { can, grantFor } from '@/lib/access/policy'
import { visibleAttachments, visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { readingsOf } from './readings'
import type { Subject } from './schema'
import { type ListedFile, listedAttachment, shown } from './select'
import { permissionToAdd, subjectRules } from './subject-rules'
import { twinsOf } from './twins'
import { withdrawnAmong } from './withdrawn'

/** Files in scope, the earliest first; the county office also sees who read them and where else. */
export async function filesWhere(
  tx: Tx,
  viewer: Viewer,
  where: Prisma.AttachmentWhereInput,
  take = 500,
): Promise<ListedFile[]> {
  const rows = await tx.attachment.findMany({
    where: { AND: [visibleAttachments(viewer), where] },
    orderBy: { id: 'asc' },
    take,
    select: listedAttachment,
  })
  const withdrawn = await withdrawnAmong(tx, viewer, rows)
  const files = rows.map((row) => shown(row, withdrawn))
  if (rows.length === 0 || !can(viewer, 'attachment.oversee')) return files
  const readings = await readingsOf(
    tx,
    rows.map(({ id }) => id),
  )
  const open = rows.filter(({ subjectId }) => !withdrawn.has(subjectId))
  const twins = await twinsOf(tx, viewer, open)
  return files.map((file) => ({
    ...file,
    readings: readings.get(file.id) ?? { count: 0, latest: [] },
    twins: twins.get(file.id) ?? [],
  }))
}

/** The files of some records of a case, and whether the viewer may add to them. */
export type FilesOf = { open: boolean; files: ListedFile[]; addable: boolean }

/**
 * The files of records of one kind, for their own page. Closed to whoever reads only the overview of
 * the case: then nothing of files is shown.
 */
export function readFilesOf(
  viewer: Viewer,
  caseId: string,
  kind: Subject['kind'],
  ids: readonly string[],
): Promise<FilesOf> {
  return read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true, paused: true, stage: true },
    })
    if (!kase) throw new NotFound()
    const subject = subjectOf(kase)
    if (!can(viewer, 'case.documents', subject)) return { open: false, files: [], addable: false }
    const where = { caseId, subjectKind: kind, subjectId: { in: [...ids] } }
    const files = await filesWhere(tx, viewer, where)
    const rule = subjectRules[kind]
    const may = permissionToAdd(viewer, kind, subject)
    const role = may && grantFor(viewer, may, subject)?.role
    const mayAdd =
      role !== undefined &&
      (role === 'COUNTY_OFFICE' || role === 'TOWNSHIP' || rule.helpers) &&
      !kase.paused &&
      kase.stage !== 'NOT_CONFIRMED'
    const [only] = ids
    const addable =
      mayAdd && only !== undefined && (await rule.exists(tx, viewer, { id: only, caseId }))
    return { open: true, files, addable }
  })
}
