import { z } from 'zod'
import { callerOf } from '@/lib/api/caller'
import { problemOf } from '@/lib/api/problem'
import { attachmentDisposition } from '@/lib/attachments/name'
import { readAttachment } from '@/lib/attachments/read-commands'
import { readKept } from '@/lib/attachments/store'
import { isPicture } from '@/lib/attachments/types'
import { NotFound } from '@/lib/errors'

type Context = { params: Promise<{ attachmentId: string }> }

/**
 * Hands out a file: only to whom its case's papers are open, as a file to save. A picture, which the
 * server made anew, may also be looked at (`?view`); nothing else ever is opened in the browser.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { viewer } = await callerOf(request)
    const id = z.uuid().safeParse((await params).attachmentId)
    if (!id.success) throw new NotFound()
    const { name, mediaType, sha256, remade } = await readAttachment(viewer, id.data)
    const seen = remade && isPicture(mediaType) && new URL(request.url).searchParams.has('view')
    return new Response(await readKept(sha256), {
      headers: {
        'content-type': mediaType,
        'content-disposition': attachmentDisposition(name, seen ? 'inline' : 'attachment'),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return problemOf(error)
  }
}
