import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { organisationsOf, type Viewer } from '@/lib/access/viewer-types'
import { caseListQuery, parseCaseFilter } from '@/lib/cases/list-filter'
import { transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { visibleViews } from './queries'
import { type changeViewInput, maxViews, type onView, type saveViewInput } from './schema'

/**
 * Keeps a filtered case list under a name: the filters that can be read, in canonical form. Views
 * arrange a desk and are no facts of a case, so there is no event. Returns the list's query.
 */
export function saveView(viewer: Viewer, input: z.infer<typeof saveViewInput>) {
  return transaction(viewer, async (tx) => {
    authorize(viewer, 'case.read')
    const { userId, countyId } = viewer
    const { name, position, organisationId } = input
    refuseForeign(viewer, organisationId)
    const own = await tx.savedView.count({ where: { userId, countyId } })
    if (own >= maxViews) throw new RuleBroken('tooManyViews', { max: maxViews })
    const given = Object.fromEntries(new URLSearchParams(input.query))
    const query = caseListQuery(parseCaseFilter(given).filter)
    await tx.savedView.create({
      data: {
        id: newId(),
        countyId,
        userId,
        organisationId: organisationId ?? null,
        name,
        query,
        position,
      },
      select: { id: true },
    })
    return query
  })
}

/** Renames, moves or shares a view of one's own, or one shared with one's organisation. */
export function changeView(viewer: Viewer, input: z.infer<typeof changeViewInput>) {
  return transaction(viewer, async (tx) => {
    authorize(viewer, 'case.read')
    const { viewId, version, name, position, organisationId } = input
    const view = await tx.savedView.findFirst({
      where: { AND: [visibleViews(viewer), { id: viewId }] },
      select: { id: true, userId: true },
    })
    if (!view) throw new NotFound()
    refuseForeign(viewer, organisationId)
    // What a colleague shared stays shared: only its maker takes it back.
    if (!organisationId && view.userId !== viewer.userId) {
      throw new InvalidInput([{ field: 'organisationId', code: 'invalidChoice' }])
    }
    const { count } = await tx.savedView.updateMany({
      where: { AND: [visibleViews(viewer), { id: viewId, version }] },
      data: {
        name,
        position,
        organisationId: organisationId ?? null,
        version: { increment: 1 },
      },
    })
    if (count === 0) throw new Conflict()
  })
}

/** Deletes a view of one's own, or one shared with one's organisation. */
export function deleteView(viewer: Viewer, { viewId }: z.infer<typeof onView>) {
  return transaction(viewer, async (tx) => {
    authorize(viewer, 'case.read')
    const { count } = await tx.savedView.deleteMany({
      where: { AND: [visibleViews(viewer), { id: viewId }] },
    })
    if (count === 0) throw new NotFound()
  })
}

function refuseForeign(viewer: Viewer, organisationId: string | undefined) {
  if (organisationId && !organisationsOf(viewer).includes(organisationId)) {
    throw new InvalidInput([{ field: 'organisationId', code: 'invalidChoice' }])
  }
}
