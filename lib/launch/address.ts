import { hostname } from 'node:os'
import { firstFree, isFree } from './ports'

export type Address = { host: string; port: number; url: string; note: string | null }

type Given = { PORT?: string; HOSTNAME?: string; APP_URL?: string; NEXTAUTH_URL?: string }

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** The configured address others could reach, or null when everything stays on this machine. */
export function publicAddress(given: Given): string | null {
  const host = configuredHost(given)
  if (host && !loopback.has(host)) return `HOSTNAME=${host}`
  for (const name of ['APP_URL', 'NEXTAUTH_URL'] as const) {
    const value = given[name]
    if (value && !loopback.has(new URL(value).hostname)) return `${name}=${value}`
  }
  return null
}

/**
 * Where to listen. PORT fixes the port and must then be free; else it is 3000 or the next free one.
 * The address people open is APP_URL when set.
 */
export async function chooseAddress(given: Given): Promise<Address> {
  const host = configuredHost(given) ?? '127.0.0.1'
  const fixed = given.PORT ? Number(given.PORT) : null
  if (fixed !== null && !(Number.isInteger(fixed) && fixed > 0 && fixed < 65_536)) {
    throw new Error(`PORT=${given.PORT} is not a port number.`)
  }
  if (fixed !== null && !(await isFree(fixed, host))) {
    throw new Error(
      `Port ${fixed} (PORT) is in use on ${host}. Stop what uses it or choose another.`,
    )
  }
  const port = fixed ?? (await firstFree(3000, host))
  const note = fixed === null && port !== 3000 ? `Port 3000 is in use: taking ${port}.` : null
  const url = given.APP_URL || given.NEXTAUTH_URL || `http://localhost:${port}`
  return { host, port, url, note }
}

/** Containers and shells set HOSTNAME to the machine's own name; that is nobody's choice. */
function configuredHost(given: Given): string | null {
  return given.HOSTNAME && given.HOSTNAME !== hostname() ? given.HOSTNAME : null
}
