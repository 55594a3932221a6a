import { type NextRequest, NextResponse } from 'next/server'
import { postedHeader } from '@/lib/commitments/posted'

/**
 * Sets the script policy with a nonce of its own for every page; Next reads the nonce from the
 * request header and puts it on its scripts. Style attributes are allowed, style sheets and
 * scripts only our own.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = policyFor(nonce)
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.delete(postedHeader)
  if (request.nextUrl.pathname === '/commitments') headers.set(postedHeader, '1')
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = {
  matcher: [
    {
      // The survey's page (/s/) carries a stricter policy of its own.
      source: '/((?!api/|s/|_next/static|_next/image|favicon.ico).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
}

function policyFor(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

// biome-ignore lint/style/noProcessEnv: replaced while building; `next dev` needs eval and inline styles
const development = process.env.NODE_ENV === 'development'
