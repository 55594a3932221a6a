import 'server-only'
import { can, type Permission } from '@/lib/access/policy'
import { openCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import type { Prisma, Stage } from '@/prisma/generated/client'
import { enteredCase } from './select'

/** As many villages as a form offers; a township has no more than that. */
const most = 200

const choosable = {
  ...enteredCase,
  village: { select: { id: true, name: true, demo: true } },
  problems: { orderBy: { number: 'asc' }, select: { id: true, number: true, title: true } },
  measures: {
    where: { status: { not: 'CANCELLED' } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true },
  },
} satisfies Prisma.CaseSelect

const closed: Stage[] = ['CLOSED', 'NOT_CONFIRMED']

/**
 * The villages on which the viewer may enter something now, each with its problems and measures.
 * `caseId` adds the case the form was opened from, also a closed one: what happened before its
 * closing may still be entered.
 */
export async function casesToEnterOn(tx: Tx, viewer: Viewer, may: Permission, caseId?: string) {
  const wanted: Prisma.CaseWhereInput[] = [{ stage: { notIn: closed } }]
  if (caseId) wanted.push({ id: caseId, stage: 'CLOSED' })
  const rows = await tx.case.findMany({
    where: { AND: [openCases(viewer), { paused: false, OR: wanted }] },
    orderBy: [{ villageId: 'asc' }, { id: 'asc' }],
    take: most,
    select: choosable,
  })
  return rows
    .filter((kase) => can(viewer, may, subjectOf(kase)))
    .map(({ id, village, problems, measures }) => ({ id, village, problems, measures }))
}
