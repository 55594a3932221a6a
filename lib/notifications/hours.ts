import { TZDate } from '@date-fns/tz'
import { type Calendar, isWorkingDay } from '@/lib/calendar/rules'
import { type Day, todayIn } from '@/lib/dates'

const zone = 'Asia/Shanghai'
/** Nothing is told to a person before the first hour or from the last one on. */
const [opens, closes] = [8, 20]

/** The day in county time, and whether people may be told anything now: working days, 8:00–20:00. */
export function tellingHours(now: Date, calendar: Calendar): { day: Day; open: boolean } {
  const day = todayIn(zone, now)
  const hour = new TZDate(now.getTime(), zone).getHours()
  return { day, open: isWorkingDay(day, calendar) && hour >= opens && hour < closes }
}
