import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleDocuments } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { pageOf } from '@/lib/entries/list'
import { NotFound } from '@/lib/errors'
import { literal } from '@/lib/storable'
import type { Prisma } from '@/prisma/generated/client'
import type { Move } from '@/prisma/generated/enums'
import { mustRead, standingOf } from './rules'
import type { DocumentFilter } from './schema'

const pageSize = 50

const listed = {
  ...{ id: true, title: true, documentNo: true, issuer: true, issuedOn: true, edition: true },
  ...{ publishedOn: true, repealedOn: true, fileName: true, demo: true },
  supersededBy: { select: { id: true } },
} satisfies Prisma.DocumentSelect

type Listed = Prisma.DocumentGetPayload<{ select: typeof listed }>

function lineOf({ publishedOn, issuedOn, repealedOn, ...row }: Listed) {
  return {
    ...row,
    publishedOn: toDay(publishedOn),
    day: toDay(publishedOn),
    issuedOn: issuedOn && toDay(issuedOn),
    repealedOn: repealedOn && toDay(repealedOn),
    standing: standingOf({ repealedOn, supersededBy: row.supersededBy }),
  }
}

/** By characters of title, number or text, in any case of letters. */
export function documentSaying(text: string): Prisma.DocumentWhereInput {
  const part = { contains: literal(text), mode: 'insensitive' as const }
  return { OR: [{ title: part }, { documentNo: part }, { text: part }] }
}

/** What the viewer must read and has not said to have. */
function unreadBy(viewer: Viewer): Prisma.DocumentWhereInput {
  return {
    ...{ supersededBy: null, repealedOn: null },
    reads: { none: { readerId: viewer.userId } },
    OR: [
      { readerRoles: { hasSome: viewer.grants.map(({ role }) => role) } },
      { readerOrganisationIds: { hasSome: viewer.grants.map((one) => one.organisationId) } },
    ],
  }
}

/** The library by date of publication, the latest first; without a state, what is in force. */
export const listDocuments = (viewer: Viewer, filter: DocumentFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'document.read', { countyId: viewer.countyId })
    const { q, state, after } = filter
    const day = after && fromDay(after.day)
    const found = await tx.document.findMany({
      where: {
        AND: [
          visibleDocuments(viewer),
          q ? documentSaying(q) : {},
          state === 'mine' ? unreadBy(viewer) : {},
          state === undefined ? { supersededBy: null, repealedOn: null } : {},
          day
            ? { OR: [{ publishedOn: { lt: day } }, { publishedOn: day, id: { lt: after.id } }] }
            : {},
        ],
      },
      orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: listed,
    })
    const { rows, nextCursor } = pageOf(found.map(lineOf), limit)
    return {
      documents: rows,
      nextCursor,
      mayPublish: can(viewer, 'document.publish', { countyId: viewer.countyId }),
    }
  })

/** One document with its text, its versions, and for the office which organisations have read it. */
export const readDocument = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const found = await tx.document.findFirst({
      where: { AND: [visibleDocuments(viewer), { id }] },
      select: {
        ...listed,
        ...{ text: true, moves: true, regulationCodes: true, bytes: true, mediaType: true },
        ...{ readerRoles: true, readerOrganisationIds: true, repealReason: true },
        publishedByName: true,
        supersedes: { select: { id: true, edition: true } },
        supersededBy: { select: { id: true, edition: true } },
      },
    })
    if (!found) throw new NotFound()
    authorize(viewer, 'document.read', { countyId: viewer.countyId })
    const mayPublish = can(viewer, 'document.publish', { countyId: viewer.countyId })
    const own = await tx.documentRead.findFirst({
      where: { documentId: id, readerId: viewer.userId },
      select: { readOn: true },
    })
    const line = lineOf(found)
    return {
      ...found,
      ...line,
      supersededBy: found.supersededBy,
      readOn: own && toDay(own.readOn),
      asksMe: line.standing === 'inForce' && !own && mustRead(viewer, found) !== undefined,
      mayPublish,
      readers: await readersOf(tx, found),
      readBy: mayPublish ? await organisationsThatRead(tx, id) : [],
    }
  })

async function readersOf(tx: Tx, { readerOrganisationIds }: { readerOrganisationIds: string[] }) {
  if (readerOrganisationIds.length === 0) return []
  return tx.organisation.findMany({
    where: { id: { in: readerOrganisationIds } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}

/** Organisations by name, never people: the first day on which one of each said so. */
async function organisationsThatRead(tx: Tx, documentId: string) {
  const rows = await tx.documentRead.groupBy({
    by: ['organisationId', 'organisationName'],
    where: { documentId },
    _min: { readOn: true },
    orderBy: { organisationName: 'asc' },
  })
  return rows.map((row) => ({
    id: row.organisationId,
    name: row.organisationName,
    readOn: row._min.readOn && toDay(row._min.readOn),
  }))
}

/** The file of a document, to be handed out to whoever reads the library. */
export const readDocumentFile = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const found = await tx.document.findFirst({
      where: { AND: [visibleDocuments(viewer), { id, sha256: { not: '' } }] },
      select: { fileName: true, mediaType: true, sha256: true },
    })
    if (!found) throw new NotFound()
    authorize(viewer, 'document.read', { countyId: viewer.countyId })
    return found
  })

/** What the form of a new document, or of a next version, starts from. */
export const readDocumentForm = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'document.publish', { countyId: viewer.countyId })
    return tx.organisation.findMany({
      where: { countyId: viewer.countyId, active: true, kind: { not: 'ADMINISTRATION' } },
      orderBy: [{ kind: 'asc' }, { name: 'asc' }],
      take: 300,
      select: { id: true, name: true },
    })
  })

/** In force and shown with the measures of a move. */
export const readDocumentsOfMove = (viewer: Viewer, move: Move) =>
  read(viewer, (tx) =>
    tx.document.findMany({
      where: {
        AND: [
          visibleDocuments(viewer),
          { moves: { has: move }, supersededBy: null, repealedOn: null },
        ],
      },
      orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
      take: 5,
      select: { id: true, title: true, documentNo: true },
    }),
  )
