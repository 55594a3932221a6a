import { z } from 'zod'
import { isId } from '@/lib/ids'
import { SubjectKind } from '@/prisma/generated/enums'
import { largestFile } from './limits'

const file = z
  .file({ error: 'fileMissing' })
  .min(1, { error: 'fileEmpty' })
  .max(largestFile, { error: 'fileTooLarge' })

/** The record an attachment belongs to, as forms and links write it: `DECISION:<id>`. */
export const subjectRef = z
  .string()
  .transform((value) => value.split(':'))
  .pipe(z.tuple([z.enum(SubjectKind), z.uuid()]))
  .transform(([kind, id]) => ({ kind, id }))

export type Subject = z.output<typeof subjectRef>

/**
 * A file as it is sent. `id` is a UUID v7 of the sender's own making, under which it is stored once;
 * a form may leave it out.
 */
export const addAttachmentInput = z.object({
  id: z.string().refine(isId, { error: 'entryIdMalformed' }).optional(),
  caseId: z.uuid(),
  subject: subjectRef,
  file,
  internal: z
    .stringbool({ truthy: ['on', 'true'] })
    .or(z.boolean())
    .default(false),
})
