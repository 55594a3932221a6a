import type { Bundle } from './bundle-schema'

/** What the server said to the question who is signed in and what belongs to them. */
export type Greeting = { clockOffset: number } & (
  | { kind: 'fresh'; bundle: Bundle; etag: string }
  /** What the phone has is what the server has: the same person, too. */
  | { kind: 'same' }
  | { kind: 'signedOut' }
  | { kind: 'unreachable' }
)

/** Asks the server; `mark` is that of the bundle on the phone. Never throws. */
export async function fetchBundle(mark: string | undefined): Promise<Greeting> {
  try {
    const response = await fetch('/api/v1/offline', {
      headers: mark ? { 'if-none-match': mark } : {},
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    })
    const date = Date.parse(response.headers.get('date') ?? '')
    const clockOffset = Number.isNaN(date) ? 0 : date - Date.now()
    if (response.status === 304) return { kind: 'same', clockOffset }
    const type = response.headers.get('content-type') ?? ''
    if (response.status === 401 && type.startsWith('application/problem+json')) {
      return { kind: 'signedOut', clockOffset }
    }
    const etag = response.headers.get('etag')
    if (!response.ok || !etag || !type.startsWith('application/json')) {
      return { kind: 'unreachable', clockOffset }
    }
    return { kind: 'fresh', bundle: await response.json(), etag, clockOffset }
  } catch {
    return { kind: 'unreachable', clockOffset: 0 }
  }
}
