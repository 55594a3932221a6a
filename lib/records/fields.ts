import { z } from 'zod'
import { blank } from '@/lib/entries/schema'

/** Building blocks of what a record tells: values as a form sends them or the API. */

export const name = z.string().trim().min(1).max(100)
export const title = z.string().trim().min(1).max(200)
export const optionalTitle = z.string().trim().max(200).default('')
export const optionalDay = z.preprocess(blank, z.iso.date().optional())

/** A number of people, votes, households: whole, never negative. */
const people = z.coerce.number().int().min(0).max(100_000)
export const optionalCount = z.preprocess(blank, people.optional())

/** Whole yuan, up to ten billion. */
const money = z.coerce.number().int().min(0).max(10_000_000_000)
export const yuan = z.preprocess(blank, money)
export const optionalYuan = z.preprocess(blank, money.optional())

/** An area or a number of things, with at most two decimals. */
export const optionalSize = z.preprocess(
  blank,
  z.coerce
    .number()
    .min(0)
    .max(10_000_000)
    .refine((size) => Math.abs(size * 100 - Math.round(size * 100)) < 1e-6, {
      error: 'twoDecimals',
    })
    .optional(),
)

export const year = z.coerce.number().int().min(2000).max(2100)

/** Those who were present are among those due. */
export function presentAmongDue(
  { due, present }: { due?: number; present?: number },
  context: z.core.$RefinementCtx,
): void {
  if (due !== undefined && present !== undefined && present > due) {
    context.addIssue({ code: 'custom', path: ['present'], message: 'presentAboveDue' })
  }
}
