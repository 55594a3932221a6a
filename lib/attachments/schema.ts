import { z } from 'zod'
import { SubjectKind } from '@/prisma/generated/enums'
import { largestFile } from './limits'

const file = z
  .instanceof(File, { error: 'fileMissing' })
  .refine((given) => given.size > 0, { error: 'fileEmpty' })
  .refine((given) => given.size <= largestFile, { error: 'fileTooLarge' })

/** The record an attachment belongs to, as forms and links write it: `DECISION:<id>`. */
export const subjectRef = z
  .string()
  .transform((value) => value.split(':'))
  .pipe(z.tuple([z.enum(SubjectKind), z.uuid()]))
  .transform(([kind, id]) => ({ kind, id }))

export type Subject = z.output<typeof subjectRef>

export const addAttachmentInput = z.object({
  caseId: z.uuid(),
  subject: subjectRef,
  file,
  internal: z
    .stringbool({ truthy: ['on', 'true'] })
    .or(z.boolean())
    .default(false),
})
