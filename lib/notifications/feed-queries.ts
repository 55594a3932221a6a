import 'server-only'
import { loadFeed } from '@/lib/access/load-viewer'
import { holds, organisationsOf, principalsOf, townshipsOf } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { today } from '@/lib/clock'
import { addDays } from '@/lib/dates'
import { read } from '@/lib/db'
import { dueSubjects } from './due-queries'
import { hashFeed, isFeed } from './feed'
import { type DueSubject, hrefOf } from './subjects'

const [back, ahead] = [30, 180]
const most = 500

/**
 * The deadlines of whoever a calendar link belongs to, as they may see them today: what they are
 * named on and what their organisation owes. Undefined for a link that never was or was ended.
 */
export async function readFeed(token: string) {
  if (!isFeed(token)) return undefined
  const viewer = await loadFeed(hashFeed(token), today())
  if (!viewer) return undefined
  const mine = (of: DueSubject) => {
    if (of.personUserId) return [viewer.userId, ...principalsOf(viewer)].includes(of.personUserId)
    if (of.owner === 'office') return holds(viewer, 'COUNTY_OFFICE')
    if (of.owner === 'township') return townshipsOf(viewer).includes(of.townshipId)
    return organisationsOf(viewer).includes(of.organisationId ?? '')
  }
  return read(viewer, async (tx) => {
    const found = await dueSubjects(tx, {
      countyId: viewer.countyId,
      calendar: await calendarNow(tx),
      redFrom: addDays(viewer.today, -back),
      redTo: addDays(viewer.today, ahead),
    })
    return found
      .filter(mine)
      .sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id))
      .slice(0, most)
      .map((of) => ({ ...of, href: hrefOf(of) }))
  })
}
