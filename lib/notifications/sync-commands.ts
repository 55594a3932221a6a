import 'server-only'
import type { Calendar } from '@/lib/calendar/rules'
import { type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { ReminderLevel } from '@/prisma/generated/enums'
import { dueSubjects } from './due-queries'
import { reachedSteps } from './ladder'
import { readPeople } from './people-queries'
import { owingUnit, type People, recipientsOf } from './recipients'
import type { DueSubject } from './subjects'

type Wanted = { of: DueSubject; level: ReminderLevel; onDay: Day; unitId: string | null }

const stepKey = (of: { subject: string; subjectId: string; level: string; due: Day }) =>
  `${of.subject} ${of.subjectId} ${of.level} ${of.due}`

/**
 * Brings the ladder of a county in line with what is overdue today: steps reached are recorded once,
 * steps that no longer hold are dropped (done, returned, moved by an extension, paused), whoever is
 * concerned now is to be told once. Repeated, it changes nothing. Returns how many steps hold.
 */
export async function syncReminders(tx: Tx, countyId: string, today: Day, calendar: Calendar) {
  // One at a time: what two workers would do at once is done after one another.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`reminders:${countyId}`}))`
  const overdue = await dueSubjects(tx, { countyId, calendar, redTo: today })
  const people = await readPeople(tx, countyId, today)
  const wanted = new Map<string, Wanted>()
  for (const of of overdue) {
    const unit = owingUnit(of, people)
    const ofOffice = unit?.kind === 'COUNTY_OFFICE'
    for (const { level, onDay } of reachedSteps({ redOn: of.redOn, ofOffice }, today, calendar)) {
      const key = stepKey({ subject: of.subject, subjectId: of.id, level, due: of.due })
      wanted.set(key, { of, level, onDay, unitId: unit?.id ?? null })
    }
  }
  const stepIds = await syncSteps(tx, countyId, today, wanted)
  await syncRecipients(tx, countyId, today, { wanted, stepIds, people })
  return wanted.size
}

/** Records what is new, drops what no longer holds, takes up again what holds once more. */
async function syncSteps(tx: Tx, countyId: string, today: Day, wanted: Map<string, Wanted>) {
  const found = await tx.reminderStep.findMany({
    where: {
      countyId,
      OR: [
        { droppedOn: null },
        { subjectId: { in: [...new Set([...wanted.values()].map(({ of }) => of.id))] } },
      ],
    },
    select: { id: true, subject: true, subjectId: true, level: true, dueOn: true, droppedOn: true },
  })
  const known = new Map(found.map((row) => [stepKey({ ...row, due: toDay(row.dueOn) }), row]))
  const fresh = [...wanted].filter(([key]) => !known.has(key))
  const made = fresh.map(([key, { of, level, onDay, unitId }]) => ({
    key,
    row: {
      id: newId(),
      countyId,
      townshipId: of.townshipId,
      caseId: of.caseId,
      villageId: of.villageId,
      subject: of.subject,
      subjectId: of.id,
      level,
      dueOn: fromDay(of.due),
      onDay: fromDay(onDay),
      title: of.title,
      organisationId: unitId,
      personName: of.personName,
    },
  }))
  if (made.length > 0) await tx.reminderStep.createMany({ data: made.map(({ row }) => row) })
  const over = found.filter((row) => !row.droppedOn && !wanted.has(keyOfRow(row)))
  const again = found.filter((row) => row.droppedOn && wanted.has(keyOfRow(row)))
  await setDropped(tx, over, fromDay(today))
  await setDropped(tx, again, null)
  return new Map([
    ...[...known].map(([key, { id }]) => [key, id] as const),
    ...made.map(({ key, row }) => [key, row.id] as const),
  ])
}

const keyOfRow = (row: { subject: string; subjectId: string; level: string; dueOn: Date }) =>
  stepKey({ ...row, due: toDay(row.dueOn) })

async function setDropped(tx: Tx, rows: readonly { id: string }[], droppedOn: Date | null) {
  if (rows.length === 0) return
  await tx.reminderStep.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { droppedOn },
  })
}

/** Who is to be told of the steps that hold: each person once, whatever happened in between. */
async function syncRecipients(
  tx: Tx,
  countyId: string,
  today: Day,
  given: { wanted: Map<string, Wanted>; stepIds: Map<string, string>; people: People },
) {
  const pairs = [...given.wanted].flatMap(([key, { of, level }]) => {
    const stepId = given.stepIds.get(key)
    return stepId ? recipientsOf(of, level, given.people).map((one) => ({ stepId, ...one })) : []
  })
  const stepIds = [
    ...new Set([...given.wanted.keys()].flatMap((key) => given.stepIds.get(key) ?? [])),
  ]
  const found = await tx.reminder.findMany({
    where: { countyId, stepId: { in: stepIds } },
    select: { id: true, stepId: true, userId: true, endedOn: true },
  })
  const key = (one: { stepId: string; userId: string }) => `${one.stepId} ${one.userId}`
  const known = new Map(found.map((row) => [key(row), row]))
  const asked = new Set(pairs.map(key))
  const fresh = pairs.filter((pair) => !known.has(key(pair)))
  if (fresh.length > 0) {
    await tx.reminder.createMany({
      skipDuplicates: true,
      data: fresh.map((pair) => ({ id: newId(), countyId, ...pair })),
    })
  }
  const over = found.filter((row) => !row.endedOn && !asked.has(key(row)))
  const again = found.filter((row) => row.endedOn && asked.has(key(row)))
  for (const [rows, endedOn] of [
    [over, fromDay(today)],
    [again, null],
  ] as const) {
    if (rows.length === 0) continue
    await tx.reminder.updateMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      data: { endedOn },
    })
  }
}
