import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A draw as it is published for anybody to recompute (docs/draws.md). */
export const drawExport = z.object({
  format: z.literal('ovop-draw/1'),
  id: z.uuid(),
  round: z.string(),
  number: z.number().int(),
  list: z.string(),
  listSha256: hash,
  frozenOn: z.iso.date(),
  random: hash.nullable(),
  publicSource: z.string(),
  publicOn: z.iso.date().nullable(),
  publicNumber: z.string(),
  seed: hash.nullable(),
  result: z.array(
    z.object({ code: z.string(), stratum: z.string(), inspectors: z.array(z.string()) }),
  ),
  replacements: z.array(
    z.object({
      out: z.string(),
      in: z.string(),
      inspectors: z.array(z.string()),
      reason: z.string(),
      byName: z.string(),
      on: z.iso.date(),
    }),
  ),
})

export type DrawExport = z.infer<typeof drawExport>
