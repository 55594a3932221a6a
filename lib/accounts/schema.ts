import { z } from 'zod'

/** What is typed to sign in. Nothing of its form is checked: that would tell about accounts. */
export const signInInput = z.object({
  account: z
    .string()
    .max(200)
    .transform((typed) => typed.normalize('NFKC').trim().toLowerCase()),
  password: z.string().min(1).max(200),
  code: z
    .string()
    .max(20)
    .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
    .optional(),
})
