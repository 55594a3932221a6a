import 'server-only'
import type { z } from 'zod'
import type { SessionState } from '@/lib/access/load-viewer'
import type { signInInput } from './schema'
import { signOutEverywhere } from './session-commands'
import { browserName, clearSessionCookie, setSessionCookie } from './session-cookie'
import { signIn } from './sign-in-commands'

/** Signs in and gives this browser the session. */
export async function signInHere(input: z.infer<typeof signInInput>): Promise<void> {
  const userAgent = await browserName()
  await setSessionCookie(await signIn(input, { now: new Date(), userAgent }))
}

/** Ends every session of the person and takes this browser's cookie back. */
export async function signOutEverywhereHere({ viewer }: SessionState): Promise<void> {
  await signOutEverywhere(viewer, new Date())
  await clearSessionCookie()
}
