import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { calendarNow } from '@/lib/calendar/queries'
import { read, transaction } from '@/lib/db'
import { log } from '@/lib/log'
import { deliverDue } from './deliver-commands'
import { tellDigests } from './digest-commands'
import { tellingHours } from './hours'
import { queueEvents } from './push-commands'
import { syncReminders } from './sync-commands'

/** Every county by itself: what fails in one waits there for the next run. */
async function everyCounty(work: (countyId: string) => Promise<number>): Promise<number> {
  const counties = await read(systemViewer('remind'), (tx) =>
    tx.county.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
  )
  let sum = 0
  for (const { id } of counties) {
    try {
      sum += await work(id)
    } catch (error) {
      log().error({ county: id, error: (error as Error).message }, 'reminders of a county failed')
    }
  }
  return sum
}

const calendarOf = () => read(systemViewer('remind'), calendarNow)

/** Brings every ladder up to date and, within the hours, tells who has something new to be told. */
export async function remind(now: Date): Promise<number> {
  const calendar = await calendarOf()
  const { day, open } = tellingHours(now, calendar)
  return everyCounty(async (countyId) => {
    const viewer = systemViewer('remind', countyId)
    await transaction(viewer, (tx) => syncReminders(tx, countyId, day, calendar))
    return open ? tellDigests(countyId, day, now) : 0
  })
}

/** Sends what is due, after looking for events that other systems are to be told of. */
export async function deliver(now: Date): Promise<number> {
  const { open } = tellingHours(now, await calendarOf())
  return everyCounty(async (countyId) => {
    await queueEvents(countyId, now)
    return deliverDue(countyId, { now, toPeople: open })
  })
}
