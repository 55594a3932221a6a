import 'server-only'
import { authorize } from '@/lib/access/policy'
import { organisationsOf, type Viewer } from '@/lib/access/viewer-types'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'

export type ListedView = {
  id: string
  name: string
  query: string
  position: number
  version: number
  /** Name of the organisation with which it is shared. */
  sharedWith: string | null
  organisationId: string | null
  maker: string
  own: boolean
}

/** Views of one's own and those shared with an organisation where one serves today. */
export function visibleViews(viewer: Viewer): Prisma.SavedViewWhereInput {
  const { countyId, userId } = viewer
  return { countyId, OR: [{ userId }, { organisationId: { in: organisationsOf(viewer) } }] }
}

const listed = {
  id: true,
  name: true,
  query: true,
  position: true,
  version: true,
  userId: true,
  organisationId: true,
} satisfies Prisma.SavedViewSelect

/** The views above the case list, by place, then by age: one statement. */
export async function viewsOf(tx: Tx, viewer: Viewer) {
  return tx.savedView.findMany({
    where: visibleViews(viewer),
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, query: true, organisationId: true },
    take: 60,
  })
}

/** The views to look after, with who made each. */
export const listViews = (viewer: Viewer) =>
  read(viewer, async (tx): Promise<ListedView[]> => {
    authorize(viewer, 'case.read')
    const rows = await tx.savedView.findMany({
      where: visibleViews(viewer),
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { ...listed, user: { select: { name: true } } },
      take: 200,
    })
    return rows.map((row) => shown(row, viewer))
  })

/** One view to change. Throws `NotFound` when it is neither the viewer's nor shared with them. */
export const readView = (viewer: Viewer, id: string) =>
  read(viewer, async (tx): Promise<ListedView> => {
    authorize(viewer, 'case.read')
    const row = await tx.savedView.findFirst({
      where: { AND: [visibleViews(viewer), { id }] },
      select: { ...listed, user: { select: { name: true } } },
    })
    if (!row) throw new NotFound()
    return shown(row, viewer)
  })

type Row = Prisma.SavedViewGetPayload<{
  select: typeof listed & { user: { select: { name: true } } }
}>

function shown({ user, userId, ...row }: Row, viewer: Viewer): ListedView {
  const grant = viewer.grants.find((one) => one.organisationId === row.organisationId)
  return {
    ...row,
    sharedWith: grant?.organisationName ?? null,
    maker: user.name,
    own: userId === viewer.userId,
  }
}
