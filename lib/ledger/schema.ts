import { z } from 'zod'

/** What a checked ledger may weigh on its way back from the browser. */
const maxSent = 8_000_000

/** A ledger for a batch: an uploaded file, else pasted cells. */
export const checkLedgerInput = z.object({
  batchId: z.uuid(),
  file: z.instanceof(File).optional(),
  text: z.string().max(1_000_000).default(''),
})

/** The checked ledger again, sealed, and whether rows with something against them are left out. */
export const importLedgerInput = z.object({
  batchId: z.uuid(),
  sent: z.string().max(maxSent),
  seal: z.string().max(200),
  onlyGood: z
    .literal('on')
    .optional()
    .transform((given) => given === 'on'),
})
