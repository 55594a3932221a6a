import { z } from 'zod'
import { requireApiViewer } from '@/lib/access/viewer'
import { problemOf } from '@/lib/api/problem'
import { readAttachment } from '@/lib/attachments/commands'
import { attachmentDisposition } from '@/lib/attachments/name'
import { readKept } from '@/lib/attachments/store'
import { NotFound } from '@/lib/errors'

type Context = { params: Promise<{ attachmentId: string }> }

/** Hands out a scan: only to whom its case's papers are open, always as a file to save. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await requireApiViewer()
    const id = z.uuid().safeParse((await params).attachmentId)
    if (!id.success) throw new NotFound()
    const { name, mediaType, sha256 } = await readAttachment(viewer, id.data)
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
