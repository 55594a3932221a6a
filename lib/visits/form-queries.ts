import 'server-only'
import { authorize } from '@/lib/access/policy'
import { organisationsOf, type Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { casesToEnterOn } from '@/lib/entries/form-queries'

/**
 * What the form of a visit offers: the villages the viewer may log one to now, each with its
 * problems and measures, and the people of the viewer's own organisations. `caseId` adds the case
 * the form was opened from, also a closed one: what happened before its closing may still be entered.
 */
export const readVisitForm = (viewer: Viewer, caseId?: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'visit.write')
    const cases = await casesToEnterOn(tx, viewer, 'visit.write', caseId)
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
