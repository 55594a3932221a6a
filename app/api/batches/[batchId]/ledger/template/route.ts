import { requireApiViewer } from '@/lib/access/viewer'
import { loggingDenied } from '@/lib/accounts/security-log'
import { problemOf } from '@/lib/api/problem'
import { attachmentDisposition } from '@/lib/attachments/name'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'
import { readLedgerTemplate } from '@/lib/ledger/import-queries'

type Context = { params: Promise<{ batchId: string }> }

/** An empty ledger to be filled in and imported into this batch, as xlsx. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await requireApiViewer()
    const { batchId } = await params
    if (!isId(batchId)) throw new NotFound()
    const { bytes, name } = await loggingDenied(viewer, () => readLedgerTemplate(viewer, batchId))
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
