import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/env'

/** What is secret of a way out; which of these there are depends on its kind. */
const secret = z.object({
  url: z.string().optional(),
  secret: z.string().optional(),
  password: z.string().optional(),
})
export type Sealed = z.infer<typeof secret>

/** Derived from the installation's own secret: a copy of the database alone opens nothing. */
const key = () =>
  Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'ovop channel secrets v1', 32))

/** AES-256-GCM, bound to the row it belongs to: `v1.<nonce>.<tag>.<text>` in base64url. */
export function seal(value: Sealed, rowId: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  cipher.setAAD(Buffer.from(rowId))
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  const parts = [nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))
  return ['v1', ...parts].join('.')
}

/**
 * Undefined when it cannot be opened: sealed by another installation's secret, moved to another row
 * or damaged. The secrets must then be typed in again.
 */
export function unseal(sealed: string, rowId: string): Sealed | undefined {
  const [version, ...parts] = sealed.split('.')
  const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (version !== 'v1' || !nonce || !tag || !text) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), nonce)
    decipher.setAAD(Buffer.from(rowId))
    decipher.setAuthTag(tag)
    const opened = Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
    return secret.parse(JSON.parse(opened))
  } catch {
    return undefined
  }
}
