import { getLocale, getMessages } from 'next-intl/server'
import { requireApiViewer } from '@/lib/access/viewer'
import { loggingDenied } from '@/lib/accounts/security-log'
import { problemOf } from '@/lib/api/problem'
import { attachmentDisposition } from '@/lib/attachments/name'
import { offlinePage } from '@/lib/draws/offline-page'
import { exportDraw } from '@/lib/draws/queries'
import { NotFound } from '@/lib/errors'
import type { Messages } from '@/lib/i18n/namespaces'
import { isId } from '@/lib/ids'

type Context = { params: Promise<{ drawId: string }> }

/** The page that recomputes this draw, and any other, on a computer without a network. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await requireApiViewer()
    const { drawId } = await params
    if (!isId(drawId)) throw new NotFound()
    const draw = await loggingDenied(viewer, () => exportDraw(viewer, drawId))
    const { check, offline } = ((await getMessages()) as Messages).inspections
    const { sound, unsound, open, part, holds } = check
    const words = { ...offline, sound, unsound, open, part, holds }
    return new Response(offlinePage(words, await getLocale(), draw), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-disposition': attachmentDisposition(`${offline.title}.html`),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return problemOf(error)
  }
}
