import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleInstructions } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import type { Calendar } from '@/lib/calendar/rules'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { instructionLight } from '@/lib/instructions/light'
import type { InstructionFilter } from '@/lib/instructions/list-filter'
import { matchingInstructions } from '@/lib/instructions/list-queries'
import { subjectOfInstruction } from '@/lib/instructions/open-instruction'
import { instructionState } from '@/lib/instructions/rules'
import { shownInstruction } from '@/lib/instructions/select'
import type { Prisma } from '@/prisma/generated/client'
import { openCaseIds } from './open-case-ids'
import { dayOrNull, type Paging, pageOf, type Within } from './part-lists'

const columns = {
  ...shownInstruction,
  village: { select: { code: true, name: true, demo: true } },
} satisfies Prisma.InstructionSelect

type Row = Prisma.InstructionGetPayload<{ select: typeof columns }>
type Seen = { row: Row; id: string; open: boolean; calendar: Calendar }

/** A case is named only to whom it is open: whoever is told to act reads the instruction alone. */
async function seen(tx: Tx, viewer: Viewer, rows: Row[]): Promise<Seen[]> {
  const open = await openCaseIds(tx, viewer, rows)
  const calendar = await calendarNow(tx)
  return rows.map((row) => ({ row, id: row.id, open: open.has(row.caseId), calendar }))
}

function view(viewer: Viewer, { row, open, calendar }: Seen) {
  const { colour, code } = instructionLight(row, viewer.today, calendar)
  return {
    id: row.id,
    caseId: open ? row.caseId : null,
    village: { code: row.village?.code ?? '', name: row.village?.name ?? '' },
    township: row.townshipId,
    leader: row.leaderName,
    givenOn: toDay(row.givenOn),
    text: row.text,
    organisation: { id: row.organisationId, name: row.organisation.name },
    dueOn: dayOrNull(row.dueOn),
    recordedBy: row.recordedByName,
    status: instructionState(row),
    answer: row.answer,
    answeredBy: row.answeredByName,
    answeredOn: dayOrNull(row.answeredOn),
    returns: row.returns,
    returnReason: row.returnReason,
    returnedBy: row.returnedByName,
    returnedOn: dayOrNull(row.returnedOn),
    light: { colour, reason: code },
    version: row.version,
  }
}

type Filter = Paging & Within & Pick<InstructionFilter, 'state' | 'organisation'>

export const pageOfInstructions = (viewer: Viewer, { limit, cursor, ...filter }: Filter) => {
  const where: Prisma.InstructionWhereInput = {
    AND: [
      visibleInstructions(viewer),
      matchingInstructions(filter, viewer.today),
      { caseId: filter.case },
    ],
  }
  return pageOf(
    viewer,
    'instruction.read',
    { limit, cursor },
    {
      count: (tx) => tx.instruction.count({ where }),
      find: async (tx, { after, take }) => {
        const rows = await tx.instruction.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: columns,
        })
        return seen(tx, viewer, rows)
      },
      view: (row) => view(viewer, row),
    },
  )
}

/** One instruction in scope. */
export const instructionById = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.instruction.findFirst({
      where: { AND: [visibleInstructions(viewer), { id }] },
      select: columns,
    })
    if (!row) throw new NotFound()
    authorize(viewer, 'instruction.read', subjectOfInstruction(row))
    const [only] = await seen(tx, viewer, [row])
    if (!only) throw new NotFound()
    return view(viewer, only)
  })
