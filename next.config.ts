import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

/** Headers that hold for every answer. The script policy with its nonce is set by proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), microphone=(self), geolocation=(self)' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
]

/** /api/ready compares it with the database. */
const newestMigration = readdirSync(path.join(import.meta.dirname, 'prisma/migrations'))
  .sort()
  .findLast((name) => /^\d/.test(name))

const config: NextConfig = {
  env: { NEWEST_MIGRATION: newestMigration },
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  outputFileTracingExcludes: {
    '*': ['.data/**', 'tests/**', 'docs/**', 'bin/**', 'prisma/data/**', 'prisma/seed/**'],
  },
  // Its native library is named by no import.
  outputFileTracingIncludes: { '*': ['node_modules/sharp/**', 'node_modules/@img/**'] },
  typedRoutes: true,
  // `npm test` checks the types; whoever only runs the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  // A survey's address is its secret: not a line of it in any log, the development server's included.
  logging: { incomingRequests: { ignore: [/^\/s\//] } },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'pino', 'thread-stream'],
  experimental: {
    authInterrupts: true,
    // Scans of signed papers go up to 20 MB (lifecycle.md); the form around them adds a little.
    serverActions: { bodySizeLimit: '21mb' },
    proxyClientMaxBodySize: '21mb',
  },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/s/:path*', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
  ],
}

// Messages are compiled while building: parsing them cost every request, and the browser the parser.
const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: {
    messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true },
  },
})

export default withNextIntl(config)
