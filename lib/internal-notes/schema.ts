import { z } from 'zod'

/**
 * The 内部 part of a record: only the result and the paper file number, no leads and no names of
 * petitioners (design "Sensitive content"). Absent when nothing sensitive was entered: a form sends
 * the part empty then.
 */
export const internalInput = z
  .object({
    text: z.string().trim().max(2000).default(''),
    paperFileNo: z.string().trim().max(100).default(''),
    /** Whether the township may read it; otherwise the county office and the readers named only. */
    forTownship: z
      .stringbool({ truthy: ['on', 'true'] })
      .or(z.boolean())
      .default(false),
    readerIds: z.array(z.uuid()).max(20).default([]),
  })
  .superRefine(({ text, paperFileNo, forTownship }, context) => {
    if (text === '' && (paperFileNo !== '' || forTownship)) {
      context.addIssue({ code: 'custom', path: ['text'], params: { code: 'required' } })
    }
  })
  .transform((given) => (given.text === '' ? undefined : given))
  .optional()

export type InternalInput = NonNullable<z.infer<typeof internalInput>>
