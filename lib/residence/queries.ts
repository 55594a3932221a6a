import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases, visibleResidence } from '@/lib/access/scope'
import { townshipsOf, type Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { daysOf } from './rules'

/** Months that the page of a case shows. */
const shown = 6

/** Listed cases of the viewer's townships, not closed before, with a work team in that month. */
export function teamedCases(tx: Tx, viewer: Viewer, month: string) {
  const { first, last } = daysOf(month)
  const during: Prisma.AssignmentWhereInput = {
    slot: 'WORK_TEAM',
    fromOn: { lte: fromDay(last) },
    OR: [{ toOn: null }, { toOn: { gte: fromDay(first) } }],
  }
  return tx.case.findMany({
    where: {
      AND: [
        visibleCases(viewer),
        {
          townshipId: { in: townshipsOf(viewer) },
          stage: { notIn: ['CANDIDATE', 'NOT_CONFIRMED'] },
          confirmedOn: { lte: fromDay(last) },
          OR: [{ closedOn: null }, { closedOn: { gte: fromDay(first) } }],
          assignments: { some: during },
        },
      ],
    },
    orderBy: [{ townshipId: 'asc' }, { village: { code: 'asc' } }],
    select: {
      id: true,
      paused: true,
      village: { select: { name: true, demo: true } },
      assignments: {
        where: during,
        orderBy: { fromOn: 'desc' },
        take: 1,
        select: { personName: true, organisation: { select: { name: true } } },
      },
      residence: { where: { month }, select: { days: true, enteredByName: true } },
    },
  })
}

/** The sheet of a month that the township fills in. */
export const readResidenceSheet = (viewer: Viewer, month: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'residence.enter')
    const cases = await teamedCases(tx, viewer, month)
    return cases.map(({ id, paused, village, assignments: [team], residence: [entry] }) => ({
      id,
      paused,
      village,
      team: [team?.organisation?.name, team?.personName].filter(Boolean).join(' '),
      days: entry?.days,
      by: entry?.enteredByName ?? '',
    }))
  })

/** The latest months entered for a case. */
export function residenceOf(tx: Tx, viewer: Viewer, caseId: string) {
  return tx.residenceMonth.findMany({
    where: { AND: [visibleResidence(viewer), { caseId }] },
    orderBy: { month: 'desc' },
    take: shown,
    select: { month: true, days: true },
  })
}
