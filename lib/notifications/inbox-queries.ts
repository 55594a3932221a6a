import 'server-only'
import { visibleSteps } from '@/lib/access/scope-reminders'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { addDays, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { ReminderLevel } from '@/prisma/generated/enums'
import { dueSubjects } from './due-queries'
import { hrefOf, keyOf, type SubjectKind } from './subjects'

const select = {
  id: true,
  basis: true,
  digest: { select: { day: true } },
  step: {
    select: {
      subject: true,
      subjectId: true,
      level: true,
      dueOn: true,
      onDay: true,
      title: true,
      personName: true,
      organisationId: true,
      droppedOn: true,
      caseId: true,
      village: { select: { name: true, demo: true } },
    },
  },
} satisfies Prisma.ReminderSelect

type Row = Prisma.ReminderGetPayload<{ select: typeof select }>

const most = 200
const earlierDays = 60

const told = (viewer: Viewer) =>
  ({
    countyId: viewer.countyId,
    userId: viewer.userId,
    digestId: { not: null },
    step: visibleSteps(viewer),
  }) satisfies Prisma.ReminderWhereInput

/**
 * What the viewer was told and still holds, looked at anew: what was done or moved a minute ago is
 * gone from it already. Then what no longer holds, of the last 60 days.
 */
export const readInbox = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    const open = await openReminders(tx, viewer)
    const since = fromDay(addDays(viewer.today, -earlierDays))
    const past = await tx.reminder.findMany({
      where: {
        AND: [
          told(viewer),
          { OR: [{ endedOn: { not: null } }, { step: { droppedOn: { not: null } } }] },
          { digest: { day: { gte: since } } },
        ],
      },
      orderBy: [{ digest: { day: 'desc' } }, { id: 'desc' }],
      take: 50,
      select,
    })
    const earlier = past.map(lineOf)
    const ids = [...new Set([...open, ...earlier].flatMap((row) => row.organisationId ?? []))]
    const units = await tx.organisation.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true },
    })
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const named = (row: (typeof earlier)[number]) => ({
      ...row,
      organisation: names.get(row.organisationId ?? ''),
    })
    return {
      open: open.map((row) => ({ ...named(row), href: row.href })),
      earlier: earlier.map(named),
    }
  })

export type Inbox = Awaited<ReturnType<typeof readInbox>>

/** What holds of what the viewer was told: one line a thing, its highest step. Two statements. */
export async function openReminders(tx: Tx, viewer: Viewer) {
  const rows = await tx.reminder.findMany({
    where: { AND: [told(viewer), { endedOn: null, step: { droppedOn: null } }] },
    orderBy: { id: 'desc' },
    take: most,
    select,
  })
  if (rows.length === 0) return []
  const due = await dueSubjects(tx, {
    countyId: viewer.countyId,
    calendar: await calendarNow(tx),
    redTo: viewer.today,
    ids: rows.map(({ step }) => step.subjectId),
  })
  const holding = new Map(due.map((of) => [keyOf(of), of]))
  const lines = rows.map(lineOf).flatMap((line) => {
    const of = holding.get(keyOf({ subject: line.subject, id: line.subjectId, due: line.due }))
    return of ? [{ ...line, href: hrefOf(of) }] : []
  })
  const highest = new Map<string, (typeof lines)[number]>()
  for (const line of lines) {
    const before = highest.get(line.subjectId)
    if (!before || height[line.level] > height[before.level]) highest.set(line.subjectId, line)
  }
  return [...highest.values()].sort(
    (a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id),
  )
}

const height: Record<ReminderLevel, number> = { RESPONSIBLE: 0, HEAD: 1, OFFICE: 2 }

function lineOf({ step, digest, ...row }: Row) {
  const { dueOn, onDay, droppedOn, subject, ...rest } = step
  return {
    ...row,
    ...rest,
    subject: subject as SubjectKind,
    due: toDay(dueOn),
    onDay: toDay(onDay),
    droppedOn: droppedOn && toDay(droppedOn),
    toldOn: digest ? toDay(digest.day) : null,
  }
}
