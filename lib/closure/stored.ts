import { z } from 'zod'
import type { GateItem } from '@/lib/cases/gate'
import { signer } from './schema'

const message = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** An exception as the closure form prints it: which meeting, when, why. */
const exception = z.object({
  criterion: z.string(),
  body: z.string(),
  decidedOn: z.iso.date(),
  documentNo: z.string(),
  reason: z.string(),
})

const criteria = z.object({
  /** Version of the rule set the case was closed under. */
  ruleSet: z.number().int(),
  items: z.array(
    z.object({
      code: z.string(),
      state: z.enum(['holds', 'missing', 'excepted', 'notUsed']),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      missing: z.array(message),
      fix: z.string(),
    }),
  ),
  exceptions: z.array(exception),
})

export type PrintedException = z.infer<typeof exception>

/** The gate list as it stood at closing, with the exceptions it rested on. */
export type StoodCriteria = {
  ruleSet: number
  items: GateItem[]
  exceptions: PrintedException[]
}

export function parseCriteria(value: unknown): StoodCriteria {
  return criteria.parse(value) as StoodCriteria
}

export function parseSigners(value: unknown): z.infer<typeof signer>[] {
  return z.array(signer).parse(value)
}
