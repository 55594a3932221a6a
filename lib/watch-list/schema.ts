import { z } from 'zod'
import { reason, requiredText } from '@/lib/cases/schema'

const onListing = z.object({
  listingId: z.uuid(),
  version: z.coerce.number().int().positive(),
})

const basis = z.string().trim().max(200).default('')
const reviewOn = z.iso
  .date()
  .optional()
  .or(z.literal('').transform(() => undefined))
const listed = { reason, measures: requiredText, basis, reviewOn }

/** By a person's own decision, without a proposal: an organisation, or a member of a resident team. */
export const listDirectlyInput = z.object({
  organisationId: z.uuid(),
  memberId: z
    .uuid()
    .optional()
    .or(z.literal('').transform(() => undefined)),
  memberName: z.string().trim().max(50).default(''),
  ...listed,
})

export const listProposedInput = onListing.extend(listed)
export const declineListingInput = onListing.extend({ reason })
export const clearListingInput = onListing.extend({ reason, basis })
export const replyToListingInput = z.object({ listingId: z.uuid(), text: requiredText })
