import 'server-only'
import { visibleRecords, visibleVisits } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import type { SubjectKind } from '@/prisma/generated/enums'

type Of = { subjectKind: SubjectKind; subjectId: string }

/** Of the records that some files belong to, the ids of those that were taken back. */
export async function withdrawnAmong(
  tx: Tx,
  viewer: Viewer,
  files: readonly Of[],
): Promise<Set<string>> {
  const of = (kind: SubjectKind) =>
    files.flatMap((file) => (file.subjectKind === kind ? [file.subjectId] : []))
  const back = (kind: SubjectKind) => ({ id: { in: of(kind) }, withdrawnOn: { not: null } })
  const select = { id: true } as const
  const visits =
    of('VISIT').length > 0 &&
    (await tx.visit.findMany({ where: { AND: [visibleVisits(viewer), back('VISIT')] }, select }))
  const records =
    of('RECORD').length > 0 &&
    (await tx.workRecord.findMany({
      where: { AND: [visibleRecords(viewer), back('RECORD')] },
      select,
    }))
  return new Set([...(visits || []), ...(records || [])].map(({ id }) => id))
}
