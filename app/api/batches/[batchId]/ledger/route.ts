import { requireApiViewer } from '@/lib/access/viewer'
import { loggingDenied } from '@/lib/accounts/security-log'
import { problemOf } from '@/lib/api/problem'
import { attachmentDisposition } from '@/lib/attachments/name'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'
import { exportLedger } from '@/lib/ledger/export-commands'

type Context = { params: Promise<{ batchId: string }> }

/** The standard ledger of a batch as an xlsx file, over what the person sees. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await requireApiViewer()
    const { batchId } = await params
    if (!isId(batchId)) throw new NotFound()
    const { bytes, name } = await loggingDenied(viewer, () =>
      exportLedger(viewer, batchId, new Date()),
    )
    return new Response(Buffer.from(bytes), {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': attachmentDisposition(name),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return problemOf(error)
  }
}
