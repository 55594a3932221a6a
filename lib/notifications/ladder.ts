import { addWorkingDays, type Calendar } from '@/lib/calendar/rules'
import type { Day } from '@/lib/dates'
import type { ReminderLevel } from '@/prisma/generated/enums'

/** Working days after the day something turned red (design, "Deadlines and lights"). */
const rungs = [
  { level: 'RESPONSIBLE', after: 0 },
  { level: 'HEAD', after: 3 },
  { level: 'OFFICE', after: 5 },
] as const satisfies readonly { level: ReminderLevel; after: number }[]

/**
 * The steps that something red has reached by a day, each with the day on which it did: whoever is
 * responsible at once, the head of their organisation after three working days, the county office
 * after five. What the county office itself owes climbs no further than its head.
 */
export function reachedSteps(
  { redOn, ofOffice }: { redOn: Day; ofOffice: boolean },
  today: Day,
  calendar: Calendar,
): { level: ReminderLevel; onDay: Day }[] {
  return rungs
    .filter(({ level }) => !(ofOffice && level === 'OFFICE'))
    .map(({ level, after }) => ({ level, onDay: addWorkingDays(redOn, after, calendar) }))
    .filter(({ onDay }) => onDay <= today)
}
