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

/** The name of an account: 3–32 lower-case letters, digits, dots, dashes, underscores. */
export const accountName = (error = 'accountFormat') =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, { error })

/** Changing one's own password: the old one, the new one twice. */
export const changePasswordInput = z
  .object({
    current: z.string().max(200),
    password: z.string().max(200),
    repeat: z.string().max(200),
  })
  .refine((given) => given.password === given.repeat, {
    error: 'passwordsDiffer',
    path: ['repeat'],
  })

const sixDigits = z
  .string()
  .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'codeFormat' }))

export const confirmSecondFactorInput = z.object({ code: sixDigits })
export const removeSecondFactorInput = z.object({ password: z.string().max(200), code: sixDigits })
export const chooseCountyInput = z.object({ countyId: z.string().regex(/^\d{6}$/) })
export const endSessionInput = z.object({ sessionId: z.uuid() })
