import 'server-only'
import { Secret, TOTP } from 'otpauth'

const period = 30

function totp(secret: string, account = ''): TOTP {
  const label = account || 'account'
  return new TOTP({ issuer: '一村一策', label, secret: Secret.fromBase32(secret), period })
}

/** A new shared secret in base32 (160 bits). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address an authenticator app reads from the QR code. */
export function totpAddress(secret: string, account: string): string {
  return totp(secret, account).toString()
}

/**
 * The time step a code belongs to, when it is right now or one step off and later than the last
 * accepted step, so that no code ever counts twice; else undefined.
 */
export function acceptedStep(
  { secret, code, lastStep }: { secret: string; code: string; lastStep: number | null },
  now: Date,
): number | undefined {
  const timestamp = now.getTime()
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(timestamp / 1000 / period) + delta
  return lastStep !== null && step <= lastStep ? undefined : step
}
