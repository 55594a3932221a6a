import { z } from 'zod'
import { addAttachmentInput, subjectRef } from '@/lib/attachments/schema'
import { isId } from '@/lib/ids'
import { SubjectKind } from '@/prisma/generated/enums'
import type { Operation } from './serve'

const listedFile = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  subject: z.object({ kind: z.enum(SubjectKind), id: z.uuid() }),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  internal: z.boolean(),
  uploadedBy: z.string(),
  uploadedAt: z.iso.datetime(),
  thumbnail: z.boolean(),
  withdrawn: z
    .boolean()
    .meta({ description: 'The visit or record it belongs to was withdrawn (已撤回).' }),
})

const subject = subjectRef.meta({ description: 'Kind and id of the record: `VISIT:<uuid>`' })

/** Files: the way by which a phone hands in its photos. They come out at `/api/attachments/{id}`. */
export const attachmentOperations = {
  listAttachments: {
    method: 'get',
    path: '/attachments',
    summary: 'Files of a case, or of one record of it; contents under `/api/attachments/{id}`',
    query: z.strictObject({
      caseId: z.uuid(),
      subject: subject.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.uuid().optional(),
    }),
    answer: z.object({ items: z.array(listedFile), nextCursor: z.string().nullable() }),
  },
  addAttachment: {
    method: 'post',
    path: '/attachments',
    summary:
      'Adds a file under the UUID v7 its sender made: stored once, 200 instead of 201 when it had arrived before',
    body: addAttachmentInput.extend({
      id: z.string().refine(isId, { error: 'entryIdMalformed' }),
      subject,
    }),
    multipart: true,
    answer: z.object({
      id: z.uuid(),
      name: z.string(),
      mediaType: z.string(),
      bytes: z.number().int(),
    }),
    status: 201,
  },
} as const satisfies Record<string, Operation>
