import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { Day } from '@/lib/dates'

type Person = { id: string; account: string; name: string; countyId: string; demo: boolean }

/** Just enough of a viewer to sign an event before there is one: signing in, the first account. */
export function actingViewer(
  person: Person,
  { grants, day, sessionId = null }: { grants: Grant[]; day: Day; sessionId?: string | null },
): Viewer {
  return {
    userId: person.id,
    account: person.account,
    name: person.name,
    countyId: person.countyId,
    countyName: '',
    grants,
    bonds: [],
    today: day,
    origin: 'USER',
    demo: person.demo,
    sessionId,
  }
}
