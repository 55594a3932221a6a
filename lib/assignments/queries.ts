import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { workingCase } from '@/lib/cases/select'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { type Slot, slotGaps } from './rules'

/** Who holds and held the slots of a case, and whether the viewer may change that now. */
export async function responsibilityOf(tx: Tx, viewer: Viewer, caseId: string) {
  const kase = await tx.case.findFirst({
    where: { AND: [visibleCases(viewer), { id: caseId }] },
    select: {
      ...workingCase,
      assignments: {
        orderBy: [{ fromOn: 'desc' }, { createdAt: 'desc' }],
        select: {
          id: true,
          slot: true,
          organisationId: true,
          userId: true,
          personName: true,
          personPost: true,
          fromOn: true,
          toOn: true,
          handoverNote: true,
          organisation: { select: { name: true } },
        },
      },
    },
  })
  if (!kase) throw new NotFound()
  authorize(viewer, 'case.read', subjectOf(kase))
  const assignments = kase.assignments.map(({ fromOn, toOn, organisation, ...one }) => ({
    ...one,
    organisation: organisation?.name ?? '',
    from: toDay(fromOn),
    to: toOn && toDay(toOn),
  }))
  const open = isOpen(kase.stage) && isListed(kase.stage)
  return {
    kase,
    assignments,
    gaps: open ? slotGaps(assignments, viewer.today) : [],
    editable: open && !kase.paused && can(viewer, 'assignment.manage', subjectOf(kase)),
  }
}

/** The form of one slot: the case, its holder, and who may be chosen. */
export const readSlot = (viewer: Viewer, caseId: string, slot: Slot) =>
  read(viewer, async (tx) => {
    const found = await responsibilityOf(tx, viewer, caseId)
    authorize(viewer, 'assignment.manage', subjectOf(found.kase))
    const duties = await tx.slotDuty.findUnique({
      where: { caseId_slot: { caseId, slot } },
      select: { text: true },
    })
    return {
      ...found,
      duties: duties?.text ?? '',
      ...(await holderChoices(tx, viewer.today, found.kase)),
    }
  })

/**
 * Organisations and accounts in force today from which holders are chosen; of townships only the
 * one given, or all of the county. Two statements.
 */
export async function holderChoices(
  tx: Tx,
  today: Day,
  { countyId, townshipId }: { countyId: string; townshipId?: string },
) {
  const day = fromDay(today)
  const organisations = await tx.organisation.findMany({
    where: {
      countyId,
      active: true,
      kind: { in: ['DEPARTMENT', 'WORK_TEAM', 'PARTY_BRANCH'] },
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, kind: true },
  })
  const held = await tx.appointment.findMany({
    where: {
      countyId,
      OR: [
        { role: { in: ['COUNTY_LEADER', 'WORK_TEAM'] } },
        { role: 'TOWNSHIP', organisation: townshipId ? { townshipId } : {} },
      ],
      AND: { OR: [{ toOn: null }, { toOn: { gte: day } }] },
      user: { status: 'ACTIVE' },
      confirmedAt: { not: null },
      fromOn: { lte: day },
    },
    orderBy: { user: { name: 'asc' } },
    select: {
      role: true,
      user: { select: { id: true, name: true, post: true } },
      organisation: { select: { id: true, name: true, townshipId: true } },
    },
  })
  return {
    organisations,
    accounts: held.map(({ role, user, organisation }) => ({
      role,
      ...user,
      organisationId: organisation.id,
      organisation: organisation.name,
      townshipId: organisation.townshipId,
    })),
  }
}
