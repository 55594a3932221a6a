import type { Prisma } from '@/prisma/generated/client'

/** A line of the lists of files. */
export const listedAttachment = {
  id: true,
  caseId: true,
  subjectKind: true,
  subjectId: true,
  name: true,
  mediaType: true,
  bytes: true,
  internal: true,
  sha256: true,
  sentSha256: true,
  thumbnailSha256: true,
  uploadedByName: true,
  createdAt: true,
} satisfies Prisma.AttachmentSelect

type Row = Prisma.AttachmentGetPayload<{ select: typeof listedAttachment }>

/** Another record that carries the same photo. */
export type Twin = {
  id: string
  caseId: string
  subjectKind: Row['subjectKind']
  subjectId: string
  villageName: string
  uploadedByName: string
  createdAt: Date
}

/** Who took a file out, the latest first, and how often it was taken out altogether. */
export type Readings = {
  count: number
  latest: { id: string; name: string; organisation: string; at: Date }[]
}

/** A file as pages show it; hashes stay here. */
export type ListedFile = Omit<Row, 'sha256' | 'sentSha256' | 'thumbnailSha256'> & {
  /** Whether there is a small picture of it. */
  pictured: boolean
  /** The visit or record it belongs to was taken back. */
  withdrawn: boolean
  /** For the county office only. */
  readings?: Readings
  twins?: Twin[]
}

/** What of a row a page may know. */
export function shown(row: Row, withdrawn: ReadonlySet<string>): ListedFile {
  const { sha256: _, sentSha256: __, thumbnailSha256, ...rest } = row
  const pictured = thumbnailSha256 !== null
  return { ...rest, pictured, withdrawn: withdrawn.has(row.subjectId) }
}
