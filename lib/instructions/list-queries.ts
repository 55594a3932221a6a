import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleInstructions } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { instructionLight } from './light'
import type { InstructionFilter } from './list-filter'
import { shownInstruction } from './select'

const pageSize = 50

/** What a filter asks for, without the scope: always used as `AND: [visibleInstructions, …]`. */
export function matchingInstructions(
  filter: InstructionFilter,
  today: Day,
): Prisma.InstructionWhereInput {
  const { state, township, organisation } = filter
  const states: Record<NonNullable<typeof state>, Prisma.InstructionWhereInput> = {
    open: { answeredOn: null },
    overdue: { answeredOn: null, redOn: { lte: fromDay(today) } },
    returned: { answeredOn: null, returns: { gt: 0 } },
    answered: { answeredOn: { not: null } },
  }
  return {
    ...(state && states[state]),
    ...(township && { townshipId: township }),
    ...(organisation && { organisationId: organisation }),
  }
}

/** A page of the instructions in the viewer's scope, the newest first, with what to filter by. */
export const listInstructions = (viewer: Viewer, filter: InstructionFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'instruction.read')
    const { today, countyId } = viewer
    const scope = visibleInstructions(viewer)
    const where = { AND: [scope, matchingInstructions(filter, today)] }
    const found = await tx.instruction.findMany({
      where: filter.after ? { AND: [where, { id: { lt: filter.after } }] } : where,
      orderBy: { id: 'desc' },
      take: limit + 1,
      select: shownInstruction,
    })
    const rows = found.slice(0, limit)
    const total = await tx.instruction.count({ where })
    const townships = await tx.township.findMany({
      where: { countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    const organisations = await tx.organisation.findMany({
      where: { countyId, instructions: { some: scope } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    })
    const calendar = await calendarNow(tx)
    return {
      instructions: rows.map((row) => ({
        ...row,
        given: toDay(row.givenOn),
        due: row.dueOn && toDay(row.dueOn),
        light: instructionLight(row, today, calendar),
        township: townships.find(({ id }) => id === row.townshipId)?.name ?? '',
      })),
      total,
      nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
      townships,
      organisations,
    }
  })
