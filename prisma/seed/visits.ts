import type { Role } from '@/lib/access/roles'
import { addDays, compareDays, type Day, daysBetween, toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { finishVisitTask } from '@/lib/visits/change-commands'
import { logVisit } from '@/lib/visits/commands'
import { logVisitInput } from '@/lib/visits/schema'
import { as, officeOf, type Telling } from './context'
import { townshipAccount } from './people'
import { visitWords } from './visit-words'

/** Every how many days each side comes, and how long before today it was there last. */
const habits: Partial<Record<Role, { every: number; last: number }>> = {
  WORK_TEAM: { every: 27, last: 2 },
  HELPER_UNIT: { every: 41, last: 12 },
  COUNTY_LEADER: { every: 85, last: 21 },
  TOWNSHIP: { every: 74, last: 6 },
}
const halfYear = 180

/**
 * Half a year of visits to the villages being rectified, by those bound to each, under their own
 * accounts. A few were entered late (补录); most of what was left to do is done.
 */
export async function tellVisits(telling: Telling, today: Day) {
  const cases = await openCasesOf(telling, today)
  for (const [number, kase] of cases.entries()) {
    for (const [role, account] of kase.accounts) {
      const habit = habits[role]
      const words = visitWords[role]
      if (!habit || !words) continue
      // Bound since the confirmation: the same rights on every day told of.
      const viewer = await as(telling, account, today)
      const from = latestOf(kase.since, addDays(today, -halfYear))
      const last = addDays(today, -habit.last - (number % 4))
      const times = Math.floor(daysBetween(from, last) / habit.every)
      for (let before = times; before >= 0; before -= 1) {
        const day = addDays(last, -before * habit.every)
        if (day <= from) continue
        const told = words[(number * 2 + before) % words.length]
        if (!told) continue
        const entered = (number + before) % 7 === 3 ? addDays(day, 5) : day
        const { id } = await logVisit(
          { ...viewer, today: entered > today ? today : entered },
          logVisitInput.parse({ id: newId(), caseId: kase.id, day, ...told }),
        )
        // What is two months old has been seen to.
        const doneOn = addDays(day, 20)
        if (told.task && doneOn < addDays(today, -40)) {
          const township = await as(telling, townshipAccount(kase.townshipId), doneOn)
          await finishVisitTask(township, { visitId: id, version: 1, result: '已办结。' })
        }
      }
    }
  }
}

/** The villages under rectification, with the account of each side bound to them. */
export async function openCasesOf(telling: Telling, today: Day) {
  const office = await as(telling, officeOf(telling), today)
  const rows = await read(office, (tx) =>
    tx.case.findMany({
      where: { countyId: telling.countyId, stage: 'RECTIFYING', paused: false },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        townshipId: true,
        confirmedOn: true,
        assignments: {
          where: { toOn: null, slot: { in: ['COUNTY_LEADER', 'HELPER_UNIT', 'WORK_TEAM'] } },
          select: {
            slot: true,
            userId: true,
            organisation: {
              select: {
                appointments: { take: 1, select: { user: { select: { account: true } } } },
              },
            },
          },
        },
      },
    }),
  )
  const accountOf = new Map([...telling.users].map(([account, { id }]) => [id, account]))
  return rows.map(({ id, townshipId, confirmedOn, assignments }) => ({
    id,
    townshipId,
    since: confirmedOn ? toDay(confirmedOn) : today,
    accounts: [
      ['TOWNSHIP', townshipAccount(townshipId)] as [Role, string],
      ...assignments.flatMap(({ slot, userId, organisation }): [Role, string][] => {
        const account = userId ? accountOf.get(userId) : organisation?.appointments[0]?.user.account
        return account ? [[slot as Role, account]] : []
      }),
    ],
  }))
}

function latestOf(one: Day, other: Day): Day {
  return compareDays(one, other) < 0 ? other : one
}
