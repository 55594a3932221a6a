import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base 32: no letter that looks like a digit, so that a code can be typed by hand. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new token: 128 random bits as 26 letters. Printed once, never stored. */
export function makeToken(): string {
  let bits = BigInt(`0x${randomBytes(16).toString('hex')}`)
  let token = ''
  for (let place = 0; place < 26; place++) {
    token = letters[Number(bits & 31n)] + token
    bits >>= 5n
  }
  return token
}

/** A token as it was typed or scanned, in its one form; undefined when it cannot be one. */
export function readToken(given: string): string | undefined {
  const token = given.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(token) ? token : undefined
}

/** What the database keeps of a token. 128 random bits need no salt. */
export const hashToken = (token: string) =>
  createHash('sha256').update(`survey:${token}`).digest('hex')
