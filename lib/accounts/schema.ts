import { z } from 'zod'
import { isDay } from '@/lib/dates'
import { OrganisationKind, Role } from '@/prisma/generated/enums'
import { passwordIssues } from './password-rules'

/** What is typed to sign in. Nothing of its form is checked: that would tell about accounts. */
export const signInInput = z.object({
  /** Where to afterwards, when it was not the home that sent here. */
  to: z.literal('/work').optional().catch(undefined),
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

const passwordsGiven = z.object({ password: z.string(), repeat: z.string() })

/** Changing one's own password: the old one, the new one twice. */
export const changePasswordInput = z
  .object({
    current: z.string().max(200),
    password: z
      .string()
      .max(200)
      .superRefine((password, context) => {
        for (const { code, params } of passwordIssues({ password, account: '' })) {
          context.addIssue({ code: 'custom', params: { ...params, code } })
        }
      }),
    repeat: z.string().max(200),
  })
  .refine((given) => given.password === given.repeat, {
    when: (payload) => passwordsGiven.safeParse(payload.value).success,
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

const personName = z.string().trim().min(1).max(50)
const post = z.string().trim().max(100).default('')
const version = z.coerce.number().int().positive()
const why = z.string().trim().min(2).max(500)

export const newAccountInput = z.object({ account: accountName(), name: personName, post })
export const onPerson = z.object({ userId: z.uuid() })
export const changePersonInput = onPerson.extend({ version, name: personName, post })
export const suspendInput = onPerson.extend({ reason: why })

const organisationKinds = z.enum(OrganisationKind)
export const organisationName = z.string().trim().min(2).max(100)
const townshipId = z.string().regex(/^\d{9}$/)

export const createOrganisationInput = z
  .object({ kind: organisationKinds, name: organisationName, townshipId: townshipId.optional() })
  .refine((given) => given.kind !== 'TOWNSHIP' || given.townshipId !== undefined, {
    error: 'required',
    path: ['townshipId'],
  })
export const onOrganisation = z.object({ organisationId: z.uuid(), version })
export const nameContactsInput = onOrganisation.extend({
  headId: z.uuid().optional(),
  contactId: z.uuid().optional(),
})
export const renameOrganisationInput = onOrganisation.extend({ name: organisationName })

const day = z.string().refine(isDay, { error: 'invalidDate' })

/** Whom: somebody of the county by id, or of another county by account and name together. */
export const grantAppointmentInput = z
  .object({
    userId: z.uuid().optional(),
    account: accountName().optional(),
    name: personName.optional(),
    organisationId: z.uuid(),
    role: z.enum(Role),
    fromOn: day,
    toOn: day.optional(),
  })
  .refine((given) => !given.toOn || given.fromOn <= given.toOn, {
    error: 'endsBeforeStart',
    path: ['toOn'],
  })

/** Whose appointment somebody is to stand in for, from–to. */
export const grantDeputyInput = z
  .object({ userId: z.uuid(), standsInForId: z.uuid(), fromOn: day, toOn: day })
  .refine((given) => given.fromOn <= given.toOn, { error: 'endsBeforeStart', path: ['toOn'] })

/** A new account and, when organisation and role are given, its first appointment. */
export const createAccountInput = newAccountInput
  .extend({
    organisationId: z.uuid().optional(),
    role: z.enum(Role).optional(),
    fromOn: day.optional(),
    toOn: day.optional(),
  })
  .superRefine((given, context) => {
    const missing = (path: string) =>
      context.addIssue({ code: 'custom', path: [path], params: { code: 'required' } })
    if (given.organisationId && !given.role) missing('role')
    if (given.role && !given.organisationId) missing('organisationId')
    if (given.role && !given.fromOn) missing('fromOn')
    if (given.fromOn && given.toOn && given.toOn < given.fromOn) {
      context.addIssue({ code: 'custom', path: ['toOn'], params: { code: 'endsBeforeStart' } })
    }
  })

export const confirmAppointmentsInput = z.object({ ids: z.array(z.uuid()).min(1).max(200) })
export const onAppointment = z.object({ appointmentId: z.uuid(), version })
export const endAppointmentInput = onAppointment.extend({ toOn: day })
export const declineAppointmentInput = onAppointment.extend({ reason: why })

/** A new access token; the password again, so that an open browser is not enough. */
export const createTokenInput = z.object({
  name: z.string().trim().min(1).max(60),
  scope: z.enum(['read', 'write']),
  expiresOn: day,
  password: z.string().min(1).max(200),
})
export const onToken = z.object({ tokenId: z.uuid() })
export const onTokenOf = onToken.extend({ userId: z.uuid() })

export const onReset = z.object({ requestId: z.uuid() })

/** For buttons that say everything by being pressed. */
export const noInput = z.object({})

const cells = z.string().max(200_000)

/** A sheet of accounts or organisations: an uploaded file, else pasted cells. */
export const checkSheetInput = z.object({
  file: z.instanceof(File).optional(),
  text: cells.default(''),
})

/** The checked cells again, and whether rows with something wrong are to be left out. */
export const createFromSheetInput = z.object({
  text: cells.default(''),
  onlyGood: z
    .literal('on')
    .optional()
    .transform((given) => given === 'on'),
})
