import { callerOf } from '@/lib/api/caller'
import { problemOf } from '@/lib/api/problem'
import { attachmentDisposition } from '@/lib/attachments/name'
import { readKept } from '@/lib/attachments/store'
import { readDocumentFile } from '@/lib/documents/queries'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'

type Context = { params: Promise<{ documentId: string }> }

/** Hands out the file of a document to whoever reads the library, as a file to save. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { viewer } = await callerOf(request)
    const { documentId } = await params
    if (!isId(documentId)) throw new NotFound()
    const { fileName, mediaType, sha256 } = await readDocumentFile(viewer, documentId)
    return new Response(await readKept(sha256), {
      headers: {
        'content-type': mediaType,
        'content-disposition': attachmentDisposition(fileName),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return problemOf(error)
  }
}
