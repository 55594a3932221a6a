import { unstable_isUnrecognizedActionError } from 'next/navigation'
import type { FormAction, FormState } from '@/lib/form-state'

/** Thrown by Next on the way to another page: the action has gone through. */
export function isNavigation(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest
  return typeof digest === 'string' && digest.startsWith('NEXT_')
}

/** Submits; whatever goes wrong on the way comes back as a state, so that the form stays. */
export async function send(
  action: FormAction,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  try {
    return await action(state, data)
  } catch (error) {
    if (isNavigation(error)) throw error
    if (unstable_isUnrecognizedActionError(error)) {
      return { status: 'refused', message: { code: 'outdated' } }
    }
    const digest = (error as { digest?: unknown } | null)?.digest
    if (typeof digest === 'string') return { status: 'failed', errorId: digest }
    // No answer at all: the network, a proxy on the way, or a server that is restarting.
    return { status: 'refused', message: { code: 'offline' } }
  }
}
