import type { Msg } from '@/lib/form-state'
import type { Refusal } from './item'
import type { Outcome } from './queue'

/** What came back: the status, and the body when it was JSON of ours. */
type Answer = { status: number; type: string | null; body: unknown }

/** Statuses that say nothing about the item: try again later. */
const later = [408, 425, 429, 502, 503, 504]

/**
 * What an answer means. A page of somebody else (the sign-in of a hotel's network, a proxy's
 * error) is no answer: only JSON of our API counts.
 */
export function outcomeOf({ status, type, body }: Answer): Outcome {
  if (later.includes(status)) return { kind: 'unreachable' }
  const problem = type?.startsWith('application/problem+json') ? asRecord(body) : undefined
  if (problem) {
    if (status === 401) return { kind: 'signIn' }
    const refusal = refusalOf(problem)
    return status >= 500 ? { kind: 'failing', refusal } : { kind: 'refused', refusal }
  }
  const stored = type?.startsWith('application/json') ? asRecord(body) : undefined
  if (status < 200 || status > 299 || typeof stored?.id !== 'string') return { kind: 'unreachable' }
  const { version } = stored
  return { kind: 'stored', ...(typeof version === 'number' ? { version } : {}) }
}

type Issue = Msg & { field?: unknown }

function refusalOf({ code, detail, errors }: Record<string, unknown>): Refusal {
  const fields: Record<string, Msg[]> = {}
  if (Array.isArray(errors)) {
    for (const { field, ...message } of errors as Issue[]) {
      const name = String(field)
      fields[name] = [...(fields[name] ?? []), message]
    }
  } else Object.assign(fields, asRecord(errors))
  return { code: String(code), detail: typeof detail === 'string' ? detail : '', fields }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined
}
