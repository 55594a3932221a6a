import 'server-only'
import { env } from '@/lib/env'

/** A write signed by a cookie must come from our own pages (architecture, "The gates"). */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin) return false
  const own = [new URL(env().APP_URL).origin, `http://${request.headers.get('host')}`]
  return own.includes(origin) || origin === `https://${request.headers.get('host')}`
}
