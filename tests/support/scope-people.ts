import { addDays, type Day } from '@/lib/dates'
import { newId } from '@/lib/ids'
import type { Row } from './plant'
import type { Scene, State } from './scope-model'

export const sceneDay: Day = '2026-03-10'
export const yesterday = addDays(sceneDay, -1)
const tomorrow = addDays(sceneDay, 1)

type Who = { userId: string; sessionId: string }

export type Organisation = ReturnType<typeof organisationsOf>[number]

export function organisationsOf(counties: string[], townships: string[][]) {
  const kinds = {
    COUNTY_OFFICE: 'COUNTY_OFFICE',
    COUNTY_LEADER: 'COUNTY_COMMITTEE',
    TOWNSHIP: 'TOWNSHIP',
    HELPER_UNIT: 'DEPARTMENT',
    WORK_TEAM: 'WORK_TEAM',
    INSPECTOR: 'INSPECTION_GROUP',
    SYSTEM_ADMIN: 'ADMINISTRATION',
  }
  return counties.flatMap((county_id, county) =>
    Object.entries(kinds).flatMap(([role, kind]) =>
      [0, 1].map((place) => ({
        key: `${county}.${role}.${place}`,
        id: newId(),
        county_id,
        kind,
        name: `${role}${place}`,
        township_id: role === 'TOWNSHIP' ? (townships[county]?.[place] ?? null) : null,
      })),
    ),
  )
}

export const at = (organisations: Organisation[], county: number, role: string, place: number) =>
  organisations.find(({ key }) => key === `${county}.${role}.${place}`)?.id ?? null

export function userRow(person: Scene['people'][number], id: string, counties: string[]): Row {
  return {
    id,
    county_id: counties[person.home],
    account: id,
    name: '某某',
    status: person.suspended ? 'SUSPENDED' : 'ACTIVE',
    must_change_password: false,
    demo: true,
  }
}

export function sessionRow(
  person: Scene['people'][number],
  who: Who | undefined,
  counties: string[],
): Row {
  const now = Date.now()
  return {
    id: who?.sessionId,
    user_id: who?.userId,
    county_id: person.chosen === null ? null : counties[person.chosen],
    last_seen_at: new Date(person.session === 'idle' ? now - 13 * 3_600_000 : now),
    ended_at: person.session === 'ended' ? new Date(now) : null,
  }
}

export const periods: Record<State, Row> = {
  inForce: { from_on: '2020-01-01', to_on: null },
  endsToday: { from_on: '2020-01-01', to_on: sceneDay },
  endedYesterday: { from_on: '2020-01-01', to_on: yesterday },
  startsTomorrow: { from_on: tomorrow, to_on: null },
  pending: { from_on: '2020-01-01', to_on: null },
  dropped: { from_on: '2020-01-01', to_on: null },
}

export function appointmentsOf(
  scene: Scene,
  people: Who[],
  counties: string[],
  organisations: Organisation[],
): Row[] {
  return scene.people.flatMap((person, index) =>
    person.appointments.map(({ county, role, place, state }) => ({
      id: newId(),
      county_id: counties[county],
      user_id: people[index]?.userId,
      organisation_id: at(organisations, county, role, place),
      role,
      ...periods[state],
      confirmed_at: state === 'pending' || state === 'dropped' ? null : '2020-01-01',
      dropped_at: state === 'dropped' ? '2020-01-02' : null,
    })),
  )
}
