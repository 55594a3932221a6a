import { z } from 'zod'
import { isDay } from '@/lib/dates'

export const createTokenInput = z.object({
  name: z.string().trim().min(1).max(60),
  scope: z.enum(['read', 'write']),
  expiresOn: z.string().refine(isDay, { error: 'invalidDate' }),
  password: z.string().min(1).max(200),
})

export const onToken = z.object({ tokenId: z.uuid() })
export const onTokenOf = onToken.extend({ userId: z.uuid() })
