import { z } from 'zod'
import { PostTitle } from '@/prisma/generated/enums'

const name = z.string().trim().min(1).max(40)
const day = z.iso.date()

/**
 * The posts of the leading team from the first down, one without a holder is vacant; and the
 * reserves. Lines without an id are new; a post left out is done away with, a reserve left out is
 * refused: it ends on a day.
 */
export const changeTeamInput = z.object({
  villageId: z.uuid(),
  version: z.coerce.number().int().positive(),
  posts: z
    .array(
      z.object({
        id: z.uuid().optional(),
        title: z.enum(PostTitle),
        holderName: name.optional(),
        fromOn: day.optional(),
      }),
    )
    .max(30)
    .default([]),
  reserves: z
    .array(
      z.object({
        id: z.uuid().optional(),
        name: name.optional(),
        fromOn: day.optional(),
        note: z.string().trim().max(500).default(''),
        toOn: day.optional(),
        promotedTo: z.enum(PostTitle).optional(),
      }),
    )
    .max(100)
    .default([]),
  reason: z.string().trim().max(2000).default(''),
})

/** Sets right what is recorded of a former holder; the village's version guards it too. */
export const correctTermInput = z.object({
  villageId: z.uuid(),
  version: z.coerce.number().int().positive(),
  /** Absent: one more is recorded, from before the register. */
  termId: z.uuid().optional(),
  title: z.enum(PostTitle),
  holderName: name,
  fromOn: day.optional(),
  toOn: day,
  reason: z.string().trim().max(2000).default(''),
})
