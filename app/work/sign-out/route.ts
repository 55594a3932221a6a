import { signOutHere } from '@/lib/accounts/sign-out-commands'
import { isOwnOrigin } from '@/lib/api/own-origin'

/** Ends this browser's session, whatever state it is in. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request)) return new Response(null, { status: 403 })
  await signOutHere()
  return new Response(null, { status: 204 })
}
