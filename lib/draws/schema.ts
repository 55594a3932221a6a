import { z } from 'zod'
import { reason } from '@/lib/cases/schema'
import { sizeKinds, strataKinds } from './list'
import { normalPublicNumber } from './public-number'

const onDraw = z.object({ drawId: z.uuid(), version: z.coerce.number().int().positive() })
const lots = z.coerce.number().int().min(1).max(9).default(1)
const size = z.coerce.number().int().min(1)

/** Which villages and inspectors stand in the list, and by which rules it will be drawn from. */
export const freezeDrawInput = z
  .object({
    roundId: z.uuid(),
    /** Asked from the second draw of a round on. */
    reason: reason.optional(),
    strata: z.enum(strataKinds),
    sizeKind: z.enum(sizeKinds),
    sizeValue: size.max(20_000),
    lots: z
      .object({ red: lots, yellow: lots, green: lots, none: lots })
      .default({ red: 1, yellow: 1, green: 1, none: 1 }),
    /** Each with the township they declare themselves bound to, if any. */
    inspectors: z
      .array(
        z.object({
          userId: z.uuid(),
          townshipId: z
            .string()
            .regex(/^\d{9}$/)
            .optional(),
        }),
      )
      .min(2)
      .max(200),
  })
  .refine(({ sizeKind, sizeValue }) => sizeKind === 'NUMBER' || sizeValue <= 100, {
    path: ['sizeValue'],
    params: { code: 'shareOver' },
  })

export const seedDrawInput = onDraw.extend({
  publicSource: z.string().trim().min(4).max(200),
  publicOn: z.iso.date(),
})

/** The public number, brought into its written form. */
export const makeDrawInput = onDraw.extend({
  publicNumber: z
    .string()
    .max(200)
    .refine((given) => normalPublicNumber(given) !== undefined, {
      params: { code: 'publicNumberForm' },
    })
    .transform((given) => normalPublicNumber(given) ?? ''),
})

export const replaceVillageInput = onDraw.extend({
  code: z.string().regex(/^\d{12}$/),
  reason,
  /** The deadline of the new check, where checks are assigned already. */
  dueOn: z.iso.date().optional(),
})

export const abandonDrawInput = onDraw.extend({ reason })
export const assignDrawInput = onDraw.extend({ dueOn: z.iso.date() })
