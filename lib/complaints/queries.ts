import 'server-only'
import { can } from '@/lib/access/policy'
import { visibleComplaints } from '@/lib/access/scope-reminders'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'

const pageSize = 50

type ComplaintFilter = { state?: 'open' | 'answered'; after?: string }

const select = {
  id: true,
  page: true,
  text: true,
  authorId: true,
  authorName: true,
  organisationName: true,
  filedOn: true,
  answer: true,
  answeredByName: true,
  answeredOn: true,
  version: true,
} satisfies Prisma.ComplaintSelect

type Row = Prisma.ComplaintGetPayload<{ select: typeof select }>
const shown = ({ filedOn, answeredOn, ...row }: Row) => ({
  ...row,
  filedOn: toDay(filedOn),
  answeredOn: answeredOn && toDay(answeredOn),
})

/** The county's for its office, else one's own; the newest first, by keyset. */
export const listComplaints = (viewer: Viewer, filter: ComplaintFilter) =>
  read(viewer, async (tx) => {
    const { state, after } = filter
    const rows = await tx.complaint.findMany({
      where: {
        AND: [
          visibleComplaints(viewer),
          state ? { answeredOn: state === 'open' ? null : { not: null } } : {},
          after ? { id: { lt: after } } : {},
        ],
      },
      orderBy: { id: 'desc' },
      take: pageSize + 1,
      select,
    })
    return {
      complaints: rows.slice(0, pageSize).map(shown),
      nextCursor: rows.length > pageSize ? rows[pageSize - 1]?.id : undefined,
      open: await openComplaints(tx, viewer),
    }
  })

/** One complaint, and whether the viewer is to answer it. */
export const readComplaint = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const found = await tx.complaint.findFirst({
      where: { AND: [visibleComplaints(viewer), { id }] },
      select,
    })
    if (!found) throw new NotFound()
    const { authorId, ...complaint } = shown(found)
    const answers =
      !complaint.answeredOn && authorId !== viewer.userId && can(viewer, 'complaint.answer')
    return { complaint, own: authorId === viewer.userId, answers }
  })

/** How many are not answered yet, of those the viewer reads. */
const openComplaints = (tx: Tx, viewer: Viewer): Promise<number> =>
  tx.complaint.count({ where: { AND: [visibleComplaints(viewer), { answeredOn: null }] } })
