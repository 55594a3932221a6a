import { z } from 'zod'

const evidenceFiles = z.array(
  z.object({ name: z.string(), mediaType: z.string(), bytes: z.int(), sha256: z.string() }),
)

/** A file of a reply; its content lies where attachments lie. */
export type EvidenceFile = z.infer<typeof evidenceFiles>[number]

/** The files stored with a reply. */
export function filesOf(stored: unknown): EvidenceFile[] {
  return evidenceFiles.parse(stored)
}
