import { addDays, addMonths, type Day } from '@/lib/dates'
import { read } from '@/lib/db'
import { callMeeting } from '@/lib/meetings/call-commands'
import { enterResidence } from '@/lib/residence/commands'
import { teamedCases } from '@/lib/residence/queries'
import { monthBeside, monthOf } from '@/lib/residence/rules'
import { as, officeOf, type Telling } from './context'
import { townshipAccount } from './people'

const months = 3
/** Days until the next 调度会 of the demo. */
const ahead = 6

/** The next 调度会, for which progress is being asked, and three months in residence of each team. */
export async function tellMeeting(telling: Telling, today: Day) {
  const office = await as(telling, officeOf(telling), today)
  const townships = await read(office, (tx) =>
    tx.case.findMany({
      where: { countyId: telling.countyId, stage: 'RECTIFYING', paused: false },
      distinct: ['townshipId'],
      orderBy: { townshipId: 'asc' },
      select: { townshipId: true },
    }),
  )
  for (const { townshipId } of townships) {
    for (let back = months; back > 0; back -= 1) {
      // On the third of the month that follows.
      const day = addDays(addMonths(`${monthOf(today)}-01`, 1 - back), 2)
      const township = await as(telling, townshipAccount(townshipId), day < today ? day : today)
      const month = monthBeside(monthOf(today), -back)
      const cases = await read(township, (tx) => teamedCases(tx, township, month))
      const open = cases.filter(({ paused }) => !paused)
      const days = Object.fromEntries(open.map(({ id }, n) => [id, 19 + ((n * 5 + back * 2) % 5)]))
      await enterResidence(township, { month, days, seen: {} })
    }
  }
  await callMeeting(office, { heldOn: addDays(today, ahead) })
}
