import { callerOf } from '@/lib/api/caller'
import { problemOf } from '@/lib/api/problem'
import { attachmentDisposition } from '@/lib/attachments/name'
import { readKept } from '@/lib/attachments/store'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'
import { readEvidence } from '@/lib/notices/queries'

type Context = { params: Promise<{ replyId: string; place: string }> }

/** Hands out one file of a reply to whoever reads the reply, as a file to save. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { viewer } = await callerOf(request)
    const { replyId, place } = await params
    if (!isId(replyId) || !/^\d$/.test(place)) throw new NotFound()
    const { name, mediaType, sha256 } = await readEvidence(viewer, replyId, Number(place))
    return new Response(await readKept(sha256), {
      headers: {
        'content-type': mediaType,
        'content-disposition': attachmentDisposition(name),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return problemOf(error)
  }
}
