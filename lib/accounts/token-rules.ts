import { createHash, randomBytes } from 'node:crypto'
import { addDays, type Day } from '@/lib/dates'

/** How long a token lasts unless its owner says otherwise, and at most. */
const tokenDays = 90
const maxTokenDays = 365
/** Tokens one person may have at the same time. */
export const maxTokens = 20

const prefix = 'ovop_'

/** A new token: 256 random bits, marked so that scanners for leaked secrets recognise it. */
export function newToken(): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** What is stored of a token. It is random, so that a plain hash cannot be guessed back. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The token of an `Authorization` header; undefined when it holds none of ours. */
export function bearerToken(header: string): string | undefined {
  return /^Bearer +(ovop_[\w-]{43})$/i.exec(header)?.[1]
}

/** Which last days a token made today may have. */
export function tokenTerm(today: Day): { min: Day; usual: Day; max: Day } {
  return {
    min: addDays(today, 1),
    usual: addDays(today, tokenDays),
    max: addDays(today, maxTokenDays),
  }
}

export type TokenState = 'live' | 'expired' | 'revoked'

export function tokenState(
  { expiresOn, revoked }: { expiresOn: Day; revoked: boolean },
  today: Day,
): TokenState {
  if (revoked) return 'revoked'
  return expiresOn < today ? 'expired' : 'live'
}
