import { z } from 'zod'
import { roles } from '@/lib/access/roles'
import { largestFile } from '@/lib/attachments/limits'
import { after, type FilterOf, listHref, parseFilter } from '@/lib/entries/list'
import { moves } from '@/lib/plans/moves'
import { regulationCodes } from '@/lib/regulations/codes'
import { searchText } from '@/lib/storable'

/** Roles that a document may be for: all that work on cases. */
export const readerRoles = roles.filter((role) => role !== 'SYSTEM_ADMIN')

/** A document as its form gives it; `supersedesId` makes it the next version of that one. */
export const publishDocumentInput = z
  .object({
    supersedesId: z.uuid().optional(),
    title: z.string().trim().min(1).max(200),
    documentNo: z.string().trim().max(100).default(''),
    issuer: z.string().trim().min(1).max(100),
    issuedOn: z.iso.date().optional(),
    text: z.string().trim().max(50_000).default(''),
    moves: z.array(z.enum(moves)).default([]),
    regulationCodes: z.array(z.enum(regulationCodes)).default([]),
    readerRoles: z.array(z.enum(readerRoles)).default([]),
    readerOrganisationIds: z.array(z.uuid()).max(200).default([]),
    file: z.file().max(largestFile, { error: 'fileTooLarge' }).optional(),
  })
  .refine(({ text, file }) => text !== '' || file, { error: 'documentEmpty', path: ['text'] })

export type PublishDocument = z.output<typeof publishDocumentInput>

export const repealDocumentInput = z.object({
  documentId: z.uuid(),
  reason: z.string().trim().min(1).max(10_000),
})

export const acknowledgeInput = z.object({ documentId: z.uuid() })

const shape = {
  q: searchText(60),
  /** Without one: what is in force. */
  state: z.enum(['mine', 'all']),
  after,
} as const

export type DocumentFilter = FilterOf<typeof shape>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export const parseDocumentFilter = (given: Record<string, string | string[] | undefined>) =>
  parseFilter(shape, given)

/** The address of a filtered list. */
export const documentListHref = (filter: DocumentFilter) => listHref('/documents', filter)
