import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { listed, listedCase } from '@/lib/cases/list-queries'
import { subjectOf } from '@/lib/cases/open-case'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'

const detail = {
  ...listedCase,
  countyId: true,
  townshipId: true,
  proposedOn: true,
  confirmedOn: true,
  planApprovedOn: true,
  previousCaseId: true,
  problems: {
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      category: true,
      title: true,
      status: true,
      version: true,
      kind: { select: { code: true } },
    },
  },
  measures: {
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      move: true,
      title: true,
      organisationName: true,
      personName: true,
      dueOn: true,
      percent: true,
      status: true,
      version: true,
    },
  },
  assignments: {
    where: { toOn: null },
    orderBy: { slot: 'asc' },
    select: {
      slot: true,
      personName: true,
      personPost: true,
      fromOn: true,
      organisation: { select: { name: true } },
    },
  },
} satisfies Prisma.CaseSelect

/** One case as the API shows it: its line in the list, its dates, problems, measures and people. */
export const readCaseDetail = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const row = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: detail,
    })
    if (!row) throw new NotFound()
    authorize(viewer, 'case.read', subjectOf(row))
    const day = (date: Date | null) => date && toDay(date)
    return {
      listed: listed(row, viewer.today, await calendarNow(tx)),
      origin: row.origin,
      paused: row.paused,
      stageSince: toDay(row.stageSince),
      proposedOn: toDay(row.proposedOn),
      confirmedOn: day(row.confirmedOn),
      planApprovedOn: day(row.planApprovedOn),
      consolidationUntil: day(row.consolidationUntil),
      closedOn: day(row.closedOn),
      previousCaseId: row.previousCaseId,
      problems: row.problems.map(({ kind, ...problem }) => ({ ...problem, kind: kind.code })),
      measures: row.measures.map(({ organisationName, personName, dueOn, ...measure }) => ({
        ...measure,
        organisation: organisationName,
        person: personName,
        dueOn: toDay(dueOn),
      })),
      assignments: row.assignments.map((one) => ({
        slot: one.slot,
        organisation: one.organisation?.name ?? null,
        person: one.personName,
        post: one.personPost,
        fromOn: toDay(one.fromOn),
      })),
    }
  })
