import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleMaterialRequests } from '@/lib/access/scope-supervision'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { listedRequest, requestLine } from './material-select'

/** What inspectors asked for, as far as the viewer reads it: what is still to be given first. */
export const listMaterialRequests = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'spotCheck.read')
    const rows = await tx.materialRequest.findMany({
      where: visibleMaterialRequests(viewer),
      orderBy: [{ state: 'asc' }, { id: 'desc' }],
      take: 100,
      select: listedRequest,
    })
    return rows.map(requestLine)
  })

/** One request with what the viewer may do with it now. */
export const readMaterialRequest = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.materialRequest.findFirst({
      where: { AND: [visibleMaterialRequests(viewer), { id }] },
      select: listedRequest,
    })
    if (!row) throw new NotFound()
    const { countyId, townshipId, spotCheckId } = row
    const subject = { countyId, townshipId, spotCheckId }
    authorize(viewer, 'spotCheck.read', subject)
    const open = row.state === 'ASKED'
    return {
      request: requestLine(row),
      mayAnswer: open && can(viewer, 'material.answer', subject),
      mayWithdraw: open && can(viewer, 'material.request', subject),
    }
  })
