import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleDocuments } from '@/lib/access/scope'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { examine } from '@/lib/attachments/examine'
import { keepFile } from '@/lib/attachments/store'
import { record } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Forbidden, InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { mustRead } from './rules'
import type { acknowledgeInput, PublishDocument, repealDocumentInput } from './schema'

/**
 * Publishes a document, or the next version of one: that stays readable. Its file is looked into and
 * kept like any attachment, under its content; it belongs to the county, not to a case.
 */
export async function publishDocument(
  viewer: Viewer,
  input: PublishDocument,
  /** Invented for the demonstration. */
  demo = false,
): Promise<string> {
  const { countyId } = viewer
  const grant = authorize(viewer, 'document.publish', { countyId })
  const { file, issuedOn, supersedesId, ...content } = input
  if (issuedOn && issuedOn > viewer.today) refuse('issuedOn', 'dateInFuture')
  const kept = await keep(file)
  return transaction(viewer, async (tx) => {
    const edition = supersedesId ? (await openLatest(tx, viewer, supersedesId)).edition + 1 : 1
    await requireOrganisations(tx, viewer, content.readerOrganisationIds)
    const id = newId()
    await tx.document.create({
      data: {
        ...{ id, countyId, edition, demo, ...content, ...kept },
        supersedesId: supersedesId ?? null,
        issuedOn: issuedOn ? fromDay(issuedOn) : null,
        publishedOn: fromDay(viewer.today),
        publishedById: viewer.userId,
        publishedByName: signature({ viewer, grant }),
      },
      select: { id: true },
    })
    const { title, documentNo } = content
    await record(
      tx,
      { viewer, grant },
      { accountsOf: countyId },
      { kind: 'documentPublished', details: { title, documentNo, edition } },
    )
    return id
  })
}

/** Takes a document out of force; it stays readable as such. */
export function repealDocument(viewer: Viewer, input: z.infer<typeof repealDocumentInput>) {
  const { documentId: id, reason } = input
  return transaction(viewer, async (tx) => {
    const { countyId, today: on } = viewer
    const grant = authorize(viewer, 'document.publish', { countyId })
    const { title } = await openLatest(tx, viewer, id)
    const data = { repealedOn: fromDay(on), repealReason: reason }
    const { count } = await tx.document.updateMany({ where: { id, repealedOn: null }, data })
    if (count === 0) throw new RuleBroken('documentRepealed')
    await record(
      tx,
      { viewer, grant },
      { accountsOf: countyId },
      { kind: 'documentRepealed', details: { title, on, reason } },
    )
    return id
  })
}

/** 已阅: said once by each who must read it; saying it again changes nothing. */
export function acknowledge(viewer: Viewer, { documentId }: z.infer<typeof acknowledgeInput>) {
  return transaction(viewer, async (tx) => {
    authorize(viewer, 'document.read', { countyId: viewer.countyId })
    const found = await tx.document.findFirst({
      where: { AND: [visibleDocuments(viewer), { id: documentId }] },
      select: { readerRoles: true, readerOrganisationIds: true },
    })
    if (!found) throw new NotFound()
    const grant = mustRead(viewer, found)
    if (!grant) throw new Forbidden()
    await tx.documentRead.createMany({
      skipDuplicates: true,
      data: [
        {
          ...{ id: newId(), documentId, countyId: viewer.countyId },
          readerId: viewer.userId,
          readerName: signature({ viewer, grant }),
          organisationId: grant.organisationId,
          organisationName: grant.organisationName,
          readOn: fromDay(viewer.today),
        },
      ],
    })
    return documentId
  })
}

async function keep(file: File | undefined) {
  if (!file) return {}
  const { bytes, mediaType, name: fileName } = await examine(file)
  return { fileName, mediaType, bytes: bytes.length, sha256: await keepFile(bytes) }
}

/** The version in force, locked: two people never supersede or repeal the same one. */
async function openLatest(tx: Tx, viewer: Viewer, id: string) {
  const where = { AND: [visibleDocuments(viewer), { id }] }
  if ((await tx.document.count({ where })) === 0) throw new NotFound()
  await tx.$queryRaw`SELECT id FROM documents WHERE id = ${id}::uuid FOR UPDATE`
  const found = await tx.document.findUniqueOrThrow({
    where: { id },
    select: {
      title: true,
      edition: true,
      repealedOn: true,
      supersededBy: { select: { id: true } },
    },
  })
  if (found.supersededBy) throw new RuleBroken('documentSuperseded')
  if (found.repealedOn) throw new RuleBroken('documentRepealed')
  return found
}

async function requireOrganisations(tx: Tx, viewer: Viewer, ids: readonly string[]) {
  const where = { countyId: viewer.countyId, id: { in: [...ids] } }
  const count = ids.length === 0 ? 0 : await tx.organisation.count({ where })
  if (count < new Set(ids).size) refuse('readerOrganisationIds', 'invalidChoice')
}

function refuse(field: string, code: string): never {
  throw new InvalidInput([{ field, code }])
}
