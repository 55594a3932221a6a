import NextAuth from 'next-auth'
import { authOptions } from '@/lib/accounts/auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** Made at the first request, so that building needs no environment. */
function handle(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context)
}

export { handle as GET, handle as POST }
