import 'server-only'
import { fileTypeFromBuffer } from 'file-type'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { openCases } from '@/lib/access/scope'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { recordOnCase } from '@/lib/cases/advance'
import { openCase, refusePaused } from '@/lib/cases/open-case'
import { transaction } from '@/lib/db'
import { Conflict, Forbidden, InvalidInput, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { acceptedTypes } from './limits'
import { safeName } from './name'
import type { addAttachmentInput } from './schema'
import { hashOf, keepFile } from './store'
import { subjectRules } from './subject-rules'

/**
 * addAttachment: a signed scan or picture to one record of a case, also after the closing. Its
 * type is read from the content; the bytes lie under their hash. An 内部 file is told of by an
 * event without its name, for the county office only.
 */
export async function addAttachment(viewer: Viewer, input: z.infer<typeof addAttachmentInput>) {
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const type = await fileTypeFromBuffer(bytes)
  const rule = subjectRules[input.subject.kind]
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: rule.may })
    const { kase, grant } = opened
    refusePaused(kase)
    if (kase.stage === 'NOT_CONFIRMED') throw new Conflict('wrongStage', { stage: kase.stage })
    if (!isOffice(grant.role) && (!rule.helpers || input.internal)) throw new Forbidden()
    const asked = { id: input.subject.id, caseId: kase.id }
    if (!(await rule.exists(tx, viewer, asked))) throw new NotFound()
    const mediaType = acceptedTypes.find((accepted) => accepted === type?.mime)
    if (!mediaType) throw new InvalidInput([{ field: 'file', code: 'fileTypeRefused' }])
    const sha256 = hashOf(bytes)
    await keepFile(sha256, bytes)
    const id = newId()
    const name = safeName(input.file.name)
    await tx.attachment.create({
      data: {
        id,
        caseId: kase.id,
        subjectKind: input.subject.kind,
        subjectId: input.subject.id,
        name,
        mediaType,
        bytes: bytes.length,
        sha256,
        internal: input.internal,
        uploadedById: viewer.userId,
        uploadedByName: signature(opened.actor),
      },
      select: { id: true },
    })
    await recordOnCase(tx, opened, {
      kind: 'attachmentAdded',
      internal: input.internal,
      details: {
        subject: input.subject.kind,
        name: input.internal ? '' : name,
        sha256,
        bytes: bytes.length,
      },
    })
    return id
  })
}

/**
 * readAttachment: an attachment of a case whose papers are open to the viewer, to be handed out.
 * Reading an 内部 one is an event, for the county office only.
 */
export function readAttachment(viewer: Viewer, id: string) {
  return transaction(viewer, async (tx) => {
    const found = await tx.attachment.findFirst({
      where: { id, case: openCases(viewer) },
      select: {
        name: true,
        mediaType: true,
        sha256: true,
        internal: true,
        caseId: true,
        countyId: true,
        townshipId: true,
      },
    })
    if (!found) throw new NotFound()
    const { name, mediaType, sha256, internal, ...place } = found
    const grant = authorize(viewer, 'case.documents', place)
    if (internal) {
      const event = { kind: 'attachmentRead', internal, details: { name: '' } } as const
      await record(tx, { viewer, grant }, place, event)
    }
    return { name, mediaType, sha256 }
  })
}

/** County office and township; they alone mark anything 内部. */
function isOffice(role: string): boolean {
  return role === 'COUNTY_OFFICE' || role === 'TOWNSHIP'
}
