import type { Appointment, Case, Person, Scene } from './scope-model'

/*
 * Who sees what, written from design/lifecycle.md "Who reads what" and nothing else: no code of the
 * product is used here.
 */

/** The county someone works in today with the appointments in force there; null: shut out. */
export function standing(person: Person): { county: number; held: Appointment[] } | null {
  if (person.suspended || person.session !== 'live') return null
  const today = person.appointments.filter(
    ({ state }) => state === 'inForce' || state === 'endsToday',
  )
  const counties = [...new Set(today.map((one) => one.county))]
  // Appointments in two counties: one must be chosen before anything is seen.
  if (counties.length > 1 && (person.chosen === null || !counties.includes(person.chosen)))
    return null
  const county = counties.length > 1 ? (person.chosen ?? 0) : (counties[0] ?? person.home)
  return { county, held: today.filter((one) => one.county === county) }
}

export type Sight = {
  /** Overview, plan and measures. */
  overview: boolean
  /** Timeline and documents. */
  papers: boolean
  events: boolean[]
  scans: boolean[]
  notes: boolean[]
  /** A notice to the county's first helper unit, copied to its second work team. */
  notice: boolean
}

const nothing = (kase: Case): Sight => ({
  overview: false,
  papers: false,
  events: kase.events.map(() => false),
  scans: kase.scans.map(() => false),
  notes: kase.notes.map(() => false),
  notice: false,
})

/** What person `index` of a scene sees of a case. */
export function sightOf(scene: Scene, index: number, kase: Case): Sight {
  const person = scene.people[index]
  const at = person && standing(person)
  if (!at || at.county !== kase.county) return nothing(kase)
  const has = (role: string) => at.held.some((one) => one.role === role)
  const bound = (role: string) =>
    at.held.some((one) => one.role === role && isBound(one, index, kase))
  const office = has('COUNTY_OFFICE')
  const township = at.held.some((one) => one.role === 'TOWNSHIP' && one.place === kase.place)
  const [leader, helper, team, inspector] = [
    'COUNTY_LEADER',
    'HELPER_UNIT',
    'WORK_TEAM',
    'INSPECTOR',
  ].map(bound)
  const papers = office || township || leader || helper || team || inspector || false
  const sent = kase.stage !== 'CANDIDATE'
  const named = at.held.some(
    ({ role, place }) =>
      (role === 'HELPER_UNIT' && place === 0) || (role === 'WORK_TEAM' && place === 1),
  )
  return {
    overview: papers || has('COUNTY_LEADER'),
    papers,
    events: kase.events.map((internal) => papers && (!internal || office)),
    scans: kase.scans.map(
      ({ kind, internal, uploader }) =>
        papers &&
        (!internal || office || uploader === index) &&
        (kind !== 'DECISION' || office || township || leader || inspector || false),
    ),
    notes: kase.notes.map(
      ({ forTownship, readers }) =>
        office || (forTownship && township) || (leader === true && readers.includes(index)),
    ),
    notice:
      office ||
      leader === true ||
      (sent && (named || (inspector === true && kase.stage === 'CLOSED'))),
  }
}

/** Whether an appointment binds to a case: linked, paired, resident, or on an acceptance team. */
function isBound({ role, place }: Appointment, person: number, kase: Case): boolean {
  // After the year of follow-up only county office, leaders (overview) and township read it.
  if (kase.readable === 'over') return false
  if (role === 'INSPECTOR') return kase.members.includes(person)
  return kase.assignments.some(
    (one) =>
      one.slot === role &&
      // An end once recorded bites at once, be it for today.
      one.period === 'open' &&
      (role === 'COUNTY_LEADER' ? one.person === person : one.place === place),
  )
}
