import 'server-only'
import { type Grant, signature, type Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import { Conflict } from '@/lib/errors'
import type { EnteredCase } from './select'

/** What a sender learns: the entry is stored, and stands at this version. */
export type StoredEntry = { id: string; version: number }

/** The columns by which it is known whether an entry was sent before. */
export const sentColumns = { version: true, authorId: true, sentHash: true } as const

type Found = { version: number; authorId: string | null; sentHash: string } | null

/** What is stored under an id already: of the same author and content, the same entry. */
export function sentBefore(
  viewer: Viewer,
  found: Found,
  { id, hash }: { id: string; hash: string },
): StoredEntry | undefined {
  if (!found) return undefined
  const { version } = found
  if (found.authorId !== viewer.userId) throw idTaken()
  if (found.sentHash !== hash) throw new Conflict('entrySentOtherwise', { version })
  return { id, version }
}

/** The id is somebody else's: no more is said than that. */
export const idTaken = () => new Conflict('entryIdTaken', { field: 'id' })

/** Who wrote an entry, under which appointment, in which stage of the case, on which day. */
export function writtenBy(viewer: Viewer, grant: Grant, kase: Pick<EnteredCase, 'stage'>) {
  return {
    authorId: viewer.userId,
    authorName: signature({ viewer, grant }),
    role: grant.role,
    organisationId: grant.organisationId,
    organisationName: grant.organisationName,
    stage: kase.stage,
    enteredOn: fromDay(viewer.today),
  }
}
