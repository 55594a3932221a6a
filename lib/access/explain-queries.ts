import 'server-only'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { type CaseTies, explainAccess } from './explain'
import { authorize } from './policy'
import { visibleCases } from './scope'
import type { Viewer } from './viewer-types'

/**
 * "Why can this person see this case", for the county office: the people of the county to choose
 * from, and for the one chosen the verdict by appointment. Four statements.
 */
export const readAccess = (viewer: Viewer, caseId: string, personId: string | undefined) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: {
        id: true,
        countyId: true,
        townshipId: true,
        readableUntil: true,
        assignments: {
          where: { toOn: null },
          select: { slot: true, organisationId: true, userId: true },
        },
        acceptances: { select: { members: { select: { userId: true } } } },
        spotChecks: {
          select: { inspectors: { where: { releasedOn: null }, select: { userId: true } } },
        },
      },
    })
    if (!kase) throw new NotFound()
    const subject = { caseId: kase.id, countyId: kase.countyId, townshipId: kase.townshipId }
    authorize(viewer, 'case.explainAccess', subject)
    const ties: CaseTies = {
      subject,
      readableUntil: kase.readableUntil && toDay(kase.readableUntil),
      holders: kase.assignments,
      teamUserIds: [
        ...kase.acceptances.flatMap(({ members }) => members.flatMap(({ userId }) => userId ?? [])),
        ...kase.spotChecks.flatMap(({ inspectors }) => inspectors.map(({ userId }) => userId)),
      ],
    }
    const people = await tx.user.findMany({
      where: { countyId: viewer.countyId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        name: true,
        status: true,
        appointments: {
          where: { countyId: viewer.countyId, droppedAt: null },
          orderBy: { fromOn: 'asc' },
          select: {
            role: true,
            fromOn: true,
            toOn: true,
            confirmedAt: true,
            standsInForName: true,
            standsInFor: { select: { userId: true, toOn: true } },
            organisation: { select: { id: true, name: true, townshipId: true } },
          },
        },
      },
    })
    const person = people.find(({ id }) => id === personId)
    return {
      people: people.map(({ id, name, appointments }) => ({
        id,
        name,
        organisation: appointments[0]?.organisation.name ?? '',
      })),
      person: person && {
        name: person.name,
        suspended: person.status === 'SUSPENDED',
        ...explainAccess(
          {
            userId: person.id,
            suspended: person.status === 'SUSPENDED',
            appointments: person.appointments.map((one) => ({
              role: one.role,
              organisationId: one.organisation.id,
              organisationName: one.organisation.name,
              townshipId: one.organisation.townshipId,
              fromOn: toDay(one.fromOn),
              toOn: lastDay(one),
              ...(one.standsInFor && {
                standsInFor: { userId: one.standsInFor.userId, name: one.standsInForName },
              }),
              confirmed: one.confirmedAt !== null,
            })),
          },
          ties,
          viewer.today,
        ),
      },
    }
  })

/** A deputy's last day is never later than that of the appointment they stand in for. */
function lastDay({
  toOn,
  standsInFor,
}: {
  toOn: Date | null
  standsInFor: { toOn: Date | null } | null
}) {
  const days = [toOn, standsInFor?.toOn].flatMap((date) => (date ? toDay(date) : []))
  return days.sort()[0] ?? null
}
