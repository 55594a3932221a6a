import { z } from 'zod'
import { SubjectKind } from '@/prisma/generated/enums'

/** Scans go up to 20 MB (design, "Signed scans"). */
export const largestFile = 20 * 1024 * 1024

/** What an upload form lets one choose; the content decides, never the name. */
export const acceptedTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const

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
