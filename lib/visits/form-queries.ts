import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { openCases } from '@/lib/access/scope'
import { organisationsOf, type Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { fromDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { enteredCase } from '@/lib/entries/select'
import type { Prisma, Stage } from '@/prisma/generated/client'

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
 * What the form of a visit offers: the villages the viewer may log one to now, each with its
 * problems and measures, and the people of the viewer's own organisations. `caseId` adds the case
 * the form was opened from, also a closed one: what happened before its closing may still be entered.
 */
export const readVisitForm = (viewer: Viewer, caseId?: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'visit.write')
    const wanted: Prisma.CaseWhereInput[] = [{ stage: { notIn: closed } }]
    if (caseId) wanted.push({ id: caseId, stage: 'CLOSED' })
    const rows = await tx.case.findMany({
      where: { AND: [openCases(viewer), { paused: false, OR: wanted }] },
      orderBy: [{ villageId: 'asc' }, { id: 'asc' }],
      take: most,
      select: choosable,
    })
    const cases = rows
      .filter((kase) => can(viewer, 'visit.write', subjectOf(kase)))
      .map(({ id, village, problems, measures }) => ({ id, village, problems, measures }))
    return { cases, colleagues: await colleaguesOf(tx, viewer) }
  })

/** People who hold an appointment at one of the viewer's organisations today. */
async function colleaguesOf(tx: Tx, viewer: Viewer) {
  const today = fromDay(viewer.today)
  const rows = await tx.appointment.findMany({
    where: {
      countyId: viewer.countyId,
      organisationId: { in: organisationsOf(viewer) },
      userId: { not: viewer.userId },
      confirmedAt: { not: null },
      fromOn: { lte: today },
      OR: [{ toOn: null }, { toOn: { gte: today } }],
    },
    orderBy: { userId: 'asc' },
    take: 50,
    select: { user: { select: { id: true, name: true } } },
  })
  return [...new Map(rows.map(({ user }) => [user.id, user])).values()]
}
