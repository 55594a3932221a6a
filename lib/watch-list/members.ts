import 'server-only'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'

/** People who serve in the work teams of a county on a day. */
export function teamMembers(tx: Tx, countyId: string, today: Day) {
  const day = fromDay(today)
  return tx.appointment.findMany({
    where: {
      ...{ countyId, role: 'WORK_TEAM', standsInForId: null, droppedAt: null },
      ...{ confirmedAt: { not: null }, fromOn: { lte: day } },
      OR: [{ toOn: null }, { toOn: { gte: day } }],
      organisation: { kind: 'WORK_TEAM', active: true },
    },
    orderBy: [{ organisationId: 'asc' }, { userId: 'asc' }],
    select: { organisationId: true, user: { select: { id: true, name: true } } },
  })
}

type Given = { memberId?: string; memberName: string }

/** The member of a team that is listed: with an account of that very team, or by name alone. */
export async function memberOf(
  tx: Tx,
  organisation: { id: string; kind: string },
  { memberId, memberName }: Given,
  today: Day,
): Promise<{ id: string | null; name: string }> {
  if (!memberId && memberName === '') return { id: null, name: '' }
  const field = memberId ? 'memberId' : 'memberName'
  if (organisation.kind !== 'WORK_TEAM') throw new InvalidInput([{ field, code: 'watchNoMember' }])
  if (!memberId) return { id: null, name: memberName }
  const { countyId } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisation.id },
    select: { countyId: true },
  })
  const found = (await teamMembers(tx, countyId, today)).find(
    (one) => one.organisationId === organisation.id && one.user.id === memberId,
  )
  if (!found) throw new InvalidInput([{ field, code: 'watchNoMember' }])
  return found.user
}
