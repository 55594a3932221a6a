import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { openCases, visibleCommitments, visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { addDays, fromDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { lineOf } from './list-queries'
import { commitmentLevels, mayDraft, publishedStatuses } from './rules'
import { committedCase, listedCommitment } from './select'

/** As many as a page shows; a village makes a handful a year. */
const most = 200

/** The commitments of one case, with the levels the viewer may draft one of now. */
export const readCaseCommitments = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [openCases(viewer), { id: caseId }] },
      select: committedCase,
    })
    if (!kase) throw new NotFound()
    const subject = subjectOf(kase)
    authorize(viewer, 'commitment.read', subject)
    const open = isListed(kase.stage) && isOpen(kase.stage) && !kase.paused
    return {
      kase,
      commitments: await linesOf(tx, viewer, { caseId }),
      drafting: open
        ? commitmentLevels.filter((level) => can(viewer, mayDraft(level), subject))
        : [],
    }
  })

/** The form of a commitment on a case: levels, and what it can be linked to. */
export const readCommitmentForm = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [openCases(viewer), { id: caseId }] },
      select: {
        ...committedCase,
        problems: { orderBy: { number: 'asc' }, select: { id: true, number: true, title: true } },
        measures: {
          where: { status: { not: 'CANCELLED' } },
          orderBy: { number: 'asc' },
          select: { id: true, number: true, title: true },
        },
      },
    })
    if (!kase) throw new NotFound()
    const subject = subjectOf(kase)
    // Whoever may draft nothing of any level is refused by the widest permission.
    authorize(viewer, 'commitment.write', subject)
    const open = isListed(kase.stage) && isOpen(kase.stage) && !kase.paused
    const levels = commitmentLevels.filter((level) => can(viewer, mayDraft(level), subject))
    return { open, levels, problems: kase.problems, measures: kase.measures }
  })

/** A village with its commitments in scope, of its cases and without one. */
export const readVillageCommitments = (viewer: Viewer, villageId: string) =>
  read(viewer, async (tx) => {
    const village = await villageOf(tx, viewer, villageId)
    authorize(viewer, 'commitment.read')
    const subject = { countyId: village.countyId, townshipId: village.townshipId }
    const cases = await tx.case.findMany({
      where: { AND: [openCases(viewer), { villageId }] },
      select: { id: true, stage: true },
    })
    const present = cases.find(({ stage }) => isListed(stage) && isOpen(stage))
    return {
      village,
      commitments: await linesOf(tx, viewer, { villageId }),
      /** The case on which its commitments are drafted. */
      caseId: present?.id ?? null,
      mayDraft: !present && village.endedOn === null && can(viewer, 'commitment.write', subject),
    }
  })

/** What hangs on the notice board of a village: published, and not settled more than a year ago. */
export const readNoticeSheet = (viewer: Viewer, villageId: string) =>
  read(viewer, async (tx) => {
    const village = await villageOf(tx, viewer, villageId)
    authorize(viewer, 'commitment.read')
    const yearAgo = fromDay(addDays(viewer.today, -365))
    const commitments = await linesOf(tx, viewer, {
      villageId,
      status: { in: [...publishedStatuses] },
      OR: [{ evaluatedOn: null }, { evaluatedOn: { gte: yearAgo } }],
    })
    return { village, commitments }
  })

async function villageOf(tx: Tx, viewer: Viewer, id: string) {
  const village = await tx.village.findFirst({
    where: { AND: [visibleVillages(viewer), { id }] },
    select: { id: true, countyId: true, townshipId: true, name: true, demo: true, endedOn: true },
  })
  if (!village) throw new NotFound()
  return village
}

/** In the order of a paper: by level, then by day. */
async function linesOf(tx: Tx, viewer: Viewer, where: Prisma.CommitmentWhereInput) {
  const rows = await tx.commitment.findMany({
    where: { AND: [visibleCommitments(viewer), where] },
    orderBy: [{ level: 'asc' }, { dueOn: 'asc' }, { id: 'asc' }],
    take: most,
    select: listedCommitment,
  })
  return rows.map((row) => lineOf(row, viewer.today))
}
