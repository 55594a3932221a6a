import { z } from 'zod'
import { callerOf } from '@/lib/api/caller'
import { problemOf } from '@/lib/api/problem'
import { readThumbnail } from '@/lib/attachments/read-commands'
import { readKept } from '@/lib/attachments/store'
import { mediaTypes } from '@/lib/attachments/types'
import { NotFound } from '@/lib/errors'

type Context = { params: Promise<{ attachmentId: string }> }

/** The small picture of a file, behind the same gates; asked again whenever a list is opened. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { viewer } = await callerOf(request)
    const id = z.uuid().safeParse((await params).attachmentId)
    if (!id.success) throw new NotFound()
    const sha256 = await readThumbnail(viewer, id.data)
    const headers = {
      etag: `"${sha256.slice(0, 32)}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
      vary: 'cookie, authorization',
    }
    if (request.headers.get('if-none-match') === headers.etag) {
      return new Response(null, { status: 304, headers })
    }
    return new Response(await readKept(sha256), {
      headers: { ...headers, 'content-type': mediaTypes.webp },
    })
  } catch (error) {
    return problemOf(error)
  }
}
