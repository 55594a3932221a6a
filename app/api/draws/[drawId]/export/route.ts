import { requireApiViewer } from '@/lib/access/viewer'
import { loggingDenied } from '@/lib/accounts/security-log'
import { problemOf } from '@/lib/api/problem'
import { attachmentDisposition } from '@/lib/attachments/name'
import { exportDraw } from '@/lib/draws/queries'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'

type Context = { params: Promise<{ drawId: string }> }

/** What is published of a draw, as a JSON file for any program that recomputes it (docs/draws.md). */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await requireApiViewer()
    const { drawId } = await params
    if (!isId(drawId)) throw new NotFound()
    const draw = await loggingDenied(viewer, () => exportDraw(viewer, drawId))
    return new Response(JSON.stringify(draw), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': attachmentDisposition(`${draw.round}-${draw.number}.json`),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return problemOf(error)
  }
}
