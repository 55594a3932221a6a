import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { authorize } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { type OpenedCase, subjectOf } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { SubjectKind } from '@/prisma/generated/enums'
import type { InternalInput } from './schema'

/**
 * Keeps the 内部 part of a record in the table of its own, inside the caller's transaction. The
 * event carries a salted hash only, and is itself visible to the county office only. A township
 * can write it only where the township may read it.
 */
export async function recordInternal(
  tx: Tx,
  { kase, actor }: Pick<OpenedCase, 'kase' | 'actor'>,
  about: { subjectKind: SubjectKind; subjectId: string; field: string },
  input: InternalInput | undefined,
): Promise<void> {
  if (!input) return
  const grant = authorize(actor.viewer, 'internal.write', subjectOf(kase))
  const forTownship = input.forTownship || grant.role === 'TOWNSHIP'
  await tx.internalNote.create({
    data: {
      id: newId(),
      caseId: kase.id,
      ...about,
      ...input,
      forTownship,
      recordedById: actor.viewer.userId,
    },
    select: { id: true },
  })
  const salt = randomBytes(16).toString('hex')
  const internalHash = createHash('sha256')
    .update(`${salt}\n${input.text}\n${input.paperFileNo}`)
    .digest('hex')
  await record(
    tx,
    actor,
    { caseId: kase.id, countyId: kase.countyId, townshipId: kase.townshipId },
    {
      kind: 'internalNoteRecorded',
      internal: true,
      details: { subject: about.subjectKind, field: about.field, internalHash, salt },
    },
  )
}
