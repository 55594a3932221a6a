import 'server-only'
import { cache } from 'react'
import { authorize, can, grantFor } from '@/lib/access/policy'
import { visibleCases, visibleInstructions } from '@/lib/access/scope'
import { holds, selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { subjectOf } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { fromDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { instructionLight } from './light'
import { subjectOfInstruction } from './open-instruction'
import { returnRefused } from './rules'
import { shownInstruction } from './select'

/** To whom an instruction on a case may go: the case's township, departments, teams, the county office. */
export function addresseeWhere(kase: {
  countyId: string
  townshipId: string
}): Prisma.OrganisationWhereInput {
  const { countyId, townshipId } = kase
  return {
    countyId,
    active: true,
    OR: [
      { kind: { in: ['DEPARTMENT', 'WORK_TEAM', 'COUNTY_OFFICE'] } },
      { kind: 'TOWNSHIP', townshipId },
    ],
  }
}

/** The county's leaders with an appointment in force. */
export async function leadersOf(tx: Tx, viewer: Viewer) {
  const day = fromDay(viewer.today)
  const rows = await tx.appointment.findMany({
    where: {
      countyId: viewer.countyId,
      role: 'COUNTY_LEADER',
      confirmedAt: { not: null },
      fromOn: { lte: day },
      OR: [{ toOn: null }, { toOn: { gte: day } }],
    },
    orderBy: { id: 'asc' },
    select: { user: { select: { id: true, name: true, post: true } } },
  })
  return [...new Map(rows.map(({ user }) => [user.id, user])).values()]
}

/** The form of an instruction on a case: who may have given it, to whom it may go. */
export const readInstructing = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true, stage: true, paused: true },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'instruction.record', subjectOf(kase))
    const onBehalf = holds(viewer, 'COUNTY_OFFICE')
    return {
      kase,
      open: isListed(kase.stage) && isOpen(kase.stage) && !kase.paused,
      leaders: onBehalf ? await leadersOf(tx, viewer) : null,
      organisations: await tx.organisation.findMany({
        where: addresseeWhere(kase),
        orderBy: [{ kind: 'asc' }, { name: 'asc' }],
        select: { id: true, name: true, kind: true },
      }),
    }
  })

/** One instruction, and whether the viewer answers it now, or returns its answer. */
export const readInstruction = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.instruction.findFirst({
      where: { AND: [visibleInstructions(viewer), { id }] },
      select: shownInstruction,
    })
    if (!row) throw new NotFound()
    const subject = subjectOfInstruction(row)
    authorize(viewer, 'instruction.read', subject)
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: row.caseId }] },
      select: { id: true, stage: true, paused: true },
    })
    const grant = grantFor(viewer, 'instruction.return', subject)
    return {
      instruction: row,
      light: instructionLight(row, viewer.today, await calendarNow(tx)),
      kase,
      answers: row.answeredOn === null && can(viewer, 'instruction.answer', subject),
      mayReturn: grant !== undefined,
      returns:
        kase !== null &&
        isOpen(kase.stage) &&
        !kase.paused &&
        grant !== undefined &&
        returnRefused(row, grant, selvesOf(viewer)) === null,
    }
  }),
)

/** The instructions on one case, unanswered first. */
export async function instructionsOfCase(tx: Tx, viewer: Viewer, caseId: string) {
  const rows = await tx.instruction.findMany({
    where: { AND: [visibleInstructions(viewer), { caseId }] },
    orderBy: [{ answeredOn: { sort: 'desc', nulls: 'first' } }, { givenOn: 'desc' }],
    select: shownInstruction,
  })
  const calendar = await calendarNow(tx)
  return rows.map((row) => ({ ...row, light: instructionLight(row, viewer.today, calendar) }))
}
