import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { openCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { addMonths, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { periodStart } from '@/lib/entries/rules'
import { enteredCase } from '@/lib/entries/select'
import { NotFound } from '@/lib/errors'
import { recordPermissions } from './kinds'
import { pageOfRecords } from './list-queries'
import { type Meeting, meetingsByQuarter } from './organisation-life'

/** As many records as the page of a case shows; the list has them all. */
const latest = 20

/** The records of a case, and its organisation life by quarter where that is one of its problems. */
export const readCaseRecords = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [openCases(viewer), { id: caseId }] },
      select: enteredCase,
    })
    if (!kase) throw new NotFound()
    const subject = subjectOf(kase)
    authorize(viewer, 'record.read', subject)
    return {
      ...(await pageOfRecords(tx, viewer, { case: caseId }, latest)),
      quarters: (await isOrganisationLifeListed(tx, caseId))
        ? meetingsByQuarter(await meetingsOf(tx, caseId, viewer.today), viewer.today)
        : null,
      mayLog:
        !kase.paused &&
        kase.stage !== 'NOT_CONFIRMED' &&
        recordPermissions.some((permission) => can(viewer, permission, subject)),
    }
  })

/** Whether one of the case's problems is of a kind that the dictionary says is about it. */
const isOrganisationLifeListed = async (tx: Tx, caseId: string) =>
  (await tx.problem.count({ where: { caseId, kind: { organisationLife: true } } })) > 0

/** The meetings recorded in the last four quarters. */
async function meetingsOf(tx: Tx, caseId: string, today: string) {
  const from = addMonths(periodStart(today, 3), -9)
  const rows = await tx.workRecord.findMany({
    where: { caseId, kind: 'THREE_MEETINGS', withdrawnOn: null, day: { gte: fromDay(from) } },
    select: { day: true, detail: true },
  })
  return rows.map(({ day, detail }) => ({
    day: toDay(day),
    meeting: (detail as { meeting: Meeting }).meeting,
  }))
}
