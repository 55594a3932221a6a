import { headers } from 'next/headers'
import { pageFiles } from '@/lib/offline/page-files'
import { pageHtml } from '@/lib/offline/page-html'
import { pageWords } from '@/lib/offline/page-words-queries'

/**
 * The one page that works without a network, the same for everybody: what it shows comes from the
 * phone itself. Made by hand, because the framework's own scripts are half of what it would load.
 */
export async function GET(): Promise<Response> {
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
  const html = pageHtml({ words: await pageWords(), files: await pageFiles(), nonce })
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
}
