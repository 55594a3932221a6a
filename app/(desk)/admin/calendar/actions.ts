'use server'
import { action } from '@/lib/action'
import { changeCalendar as change } from '@/lib/calendar/commands'
import { changeCalendarInput } from '@/lib/calendar/schema'

export const changeCalendar = action({
  schema: changeCalendarInput,
  permission: 'calendar.manage',
  run: change,
  done: (_, input) => ({
    to: `/admin/calendar?year=${input.year}`,
    say: { code: 'directory.done.calendar' },
  }),
})
