import { addMonths, type Day } from '@/lib/dates'
import { periodStart } from '@/lib/entries/rules'
import { meetings } from './details'

export type Meeting = (typeof meetings)[number]

/** 党员大会 and 党课 quarterly, 支部委员会 and 党小组会 monthly: how many a quarter holds. */
export const expectedAQuarter: Record<Meeting, number> = {
  MEMBERS_MEETING: 1,
  COMMITTEE_MEETING: 3,
  GROUP_MEETING: 3,
  PARTY_LECTURE: 1,
}

export type Quarter = { from: Day; held: Record<Meeting, number> }

/** The last quarters up to today, the latest first, with the meetings recorded in each. */
export function meetingsByQuarter(
  recorded: readonly { meeting: Meeting; day: Day }[],
  today: Day,
  count = 4,
): Quarter[] {
  const latest = periodStart(today, 3)
  return Array.from({ length: count }, (_, back) => {
    const from = addMonths(latest, -3 * back)
    const inside = recorded.filter(({ day }) => periodStart(day, 3) === from)
    const held = Object.fromEntries(
      meetings.map((meeting) => [meeting, inside.filter((one) => one.meeting === meeting).length]),
    ) as Record<Meeting, number>
    return { from, held }
  })
}
