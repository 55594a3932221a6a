import { z } from 'zod'
import { requireApiViewer } from '@/lib/access/viewer'
import { loggingDenied } from '@/lib/accounts/security-log'
import { problemOf } from '@/lib/api/problem'
import { exportAppraisal } from '@/lib/appraisals/export-commands'
import { attachmentDisposition } from '@/lib/attachments/name'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'

type Context = { params: Promise<{ appraisalId: string }> }

const types = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The facts of a year as a workbook (`?format=xlsx`) or as data (`?format=json`). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await requireApiViewer()
    const { appraisalId } = await params
    const format = z
      .enum(['json', 'xlsx'])
      .safeParse(new URL(request.url).searchParams.get('format'))
    if (!isId(appraisalId) || !format.success) throw new NotFound()
    const { bytes, name } = await loggingDenied(viewer, () =>
      exportAppraisal(viewer, appraisalId, format.data, new Date()),
    )
    return new Response(Buffer.from(bytes), {
      headers: {
        'content-type': types[format.data],
        'content-disposition': attachmentDisposition(name),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return problemOf(error)
  }
}
