import 'server-only'
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id with the parameters OWASP asks for at least: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash of a password nobody knows, of the same cost: checked when there is no account. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$zMkWKHq5TIW0pL8gF+rk7g$VsxfWz4zzh2hGE6Htg2cWfl8WYdQ1FAFPocOdCEv7CE'

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Whether the password fits the hash. Without a hash it takes as long and is never true. */
export async function verifyPassword(stored: string | undefined, password: string) {
  const fits = await verify(stored ?? nobodys, password.normalize('NFKC'))
  return stored !== undefined && fits
}

/** Letters and digits that are not mistaken for one another when read from paper. */
const plain = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to hand over once, such as `k7mp-x2rd-9tqa-h4we` (about 79 bits). */
export function temporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => plain[randomInt(plain.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
