import { isOwnOrigin } from '@/lib/api/own-origin'
import { keepLocale, keepText } from '@/lib/i18n/preferences'
import { pageWords } from '@/lib/offline/page-words-queries'

/** Chooses language or text size; answers with the words that the kept page shows from now on. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request)) return new Response(null, { status: 403 })
  const asked = new URL(request.url).searchParams
  if (asked.has('locale')) await keepLocale(asked.get('locale'))
  if (asked.has('text')) await keepText(asked.get('text'))
  return Response.json(await pageWords())
}
