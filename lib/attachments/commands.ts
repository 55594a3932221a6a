import 'server-only'
import type { z } from 'zod'
import type { Permission } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { type Grant, signature, type Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { read, type Tx, transaction } from '@/lib/db'
import { openForEntry, refuseClosedToEntries, tellOnCase } from '@/lib/entries/open-entry'
import { openedOrSent } from '@/lib/entries/sent-again'
import { Forbidden, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { hashOf } from './contents'
import { examine } from './examine'
import { mostFiles } from './limits'
import { refused } from './refused'
import type { addAttachmentInput, Subject } from './schema'
import { keepFile } from './store'
import { findStored, type StoredAttachment } from './stored'
import { permissionToAdd, subjectRules } from './subject-rules'

type Input = z.output<typeof addAttachmentInput>

/**
 * addAttachment: a photo, scan or office file to one record of a case, also after the closing. Its
 * type is read from the content, pictures are made anew; the bytes lie under their hash. The same
 * `id` with the same bytes, however often and also at the same time, is stored once and gets the same
 * answer. An 内部 file is told of by an event without its name, for the county office only.
 */
export async function addAttachment(viewer: Viewer, input: Input): Promise<StoredAttachment> {
  const id = input.id ?? newId()
  const opened = await openPlace(viewer, input)
  if ('sent' in opened) return opened.sent
  const { bytes, mediaType, name, sentSha256, thumbnail } = await examine(input.file)
  const sha256 = await keepFile(bytes)
  // A small picture would let an 内部 one be seen without its reading being told.
  const thumbnailSha256 = thumbnail && !input.internal ? await keepFile(thumbnail) : null
  return transaction(viewer, async (tx) => {
    const { kase, grant } = await openForEntry(tx, viewer, input.caseId, opened.opened)
    const { kind: subjectKind, id: subjectId } = input.subject
    // Of two that arrive together the second counts what the first added.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`attachments:${subjectId}`}))`
    const sent = { ...input.subject, caseId: kase.id, sentSha256 }
    const stored = await findStored(tx, viewer, id, sent)
    if (stored) return stored
    refuseClosedToEntries(kase)
    await requirePlace(tx, viewer, grant, input)
    const place = { caseId: kase.id, subjectKind, subjectId }
    const count = await tx.attachment.count({ where: place })
    if (count >= mostFiles) throw refused('tooManyFiles', { max: mostFiles })
    await tx.attachment.create({
      data: {
        ...{ id, ...place, name, mediaType, bytes: bytes.length },
        ...{ sha256, sentSha256, thumbnailSha256, internal: input.internal },
        uploadedById: viewer.userId,
        uploadedByName: signature({ viewer, grant }),
      },
      select: { id: true },
    })
    await tellOnCase(tx, { viewer, grant }, kase, {
      kind: 'attachmentAdded',
      // What inspectors keep is not told to those they check.
      internal: input.internal || subjectKind === 'SPOT_CHECK' || subjectKind === 'FINDING',
      details: {
        subject: subjectKind,
        name: input.internal ? '' : name,
        sha256,
        bytes: bytes.length,
      },
    })
    return { id, name, mediaType, bytes: bytes.length, repeated: false }
  })
}

/**
 * Before any work is spent on a file: who may not add it there is told so at once, or that they had
 * added it before that was somebody else's.
 */
function openPlace(viewer: Viewer, input: Input) {
  return read(viewer, (tx) =>
    openedOrSent(
      tx,
      () => permissionAt(tx, viewer, input),
      async () => {
        if (!input.id) return undefined
        const sentSha256 = hashOf(new Uint8Array(await input.file.arrayBuffer()))
        return findStored(tx, viewer, input.id, {
          ...input.subject,
          ...{ caseId: input.caseId, sentSha256 },
        })
      },
    ),
  )
}

async function permissionAt(tx: Tx, viewer: Viewer, input: Input): Promise<Permission> {
  const kase = await tx.case.findFirst({
    where: { AND: [visibleCases(viewer), { id: input.caseId }] },
    select: { id: true, countyId: true, townshipId: true },
  })
  if (!kase) throw new NotFound()
  const { kind } = input.subject
  const may = permissionToAdd(viewer, kind, subjectOf(kase))
  if (!may) throw new Forbidden('forbidden', { permission: subjectRules[kind].may[0] })
  return may
}

/** The record must be one of this case to which this person may add. */
async function requirePlace(
  tx: Tx,
  viewer: Viewer,
  { role }: Grant,
  { subject, caseId, internal }: { subject: Subject; caseId: string; internal: boolean },
): Promise<void> {
  const rule = subjectRules[subject.kind]
  const office = role === 'COUNTY_OFFICE' || role === 'TOWNSHIP'
  if (!office && (!rule.helpers || internal)) throw new Forbidden()
  if (!(await rule.exists(tx, viewer, { id: subject.id, caseId }))) throw new NotFound()
}
