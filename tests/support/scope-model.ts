import fc from 'fast-check'
import { boundRoles, type Role, roles } from '@/lib/access/roles'

/*
 * Random people, appointments and cases in two counties. Everything is told by small numbers, so
 * that they often meet; scope-world.ts makes rows of it, scope-oracle.ts says who may see what.
 */
const county = fc.constantFrom(0, 0, 0, 1)
const place = fc.constantFrom(0, 1)
const person = fc.nat({ max: 7 })

export const states = [
  'inForce',
  'endsToday',
  'endedYesterday',
  'startsTomorrow',
  'pending',
  'dropped',
] as const
export type State = (typeof states)[number]
const period = fc.constantFrom(
  'open' as const,
  'endsToday' as const,
  'endedYesterday' as const,
  'startsTomorrow' as const,
)

const anyAppointment = fc.record({
  county,
  role: fc.constantFrom(...roles, ...boundRoles, ...boundRoles),
  /** Which of the two organisations of that role's kind; for TOWNSHIP which township. */
  place,
  state: fc.oneof(
    { weight: 5, arbitrary: fc.constant('inForce' as const) },
    fc.constantFrom(...states),
  ),
})
export type Appointment = { county: number; role: Role; place: number; state: State }

/** Shut out for one reason or another; most people are let in, else little would be seen. */
const rarely = fc.nat({ max: 11 }).map((n) => n === 0)
const session = fc
  .nat({ max: 11 })
  .map((n) => (n === 0 ? ('idle' as const) : n === 1 ? ('ended' as const) : ('live' as const)))

const anyPerson = fc.record({
  home: county,
  appointments: fc.array(anyAppointment, { minLength: 1, maxLength: 4 }),
  suspended: rarely,
  session,
  chosen: fc.constantFrom(null, 0, 0, 0, 1),
})
export type Person = typeof anyPerson extends fc.Arbitrary<infer T> ? T : never

const anyAssignment = fc.record({
  slot: fc.constantFrom('COUNTY_LEADER' as const, 'HELPER_UNIT' as const, 'WORK_TEAM' as const),
  place,
  person,
  period,
})

const anyCase = fc.record({
  county,
  place,
  stage: fc.constantFrom(
    'CANDIDATE',
    'NOT_CONFIRMED',
    'PLANNING',
    'RECTIFYING',
    'CLOSED',
    'CLOSED',
  ),
  readable: fc.constantFrom('open' as const, 'open' as const, 'today' as const, 'over' as const),
  assignments: fc.uniqueArray(anyAssignment, {
    minLength: 1,
    maxLength: 6,
    // A slot has one holder without an end.
    selector: ({ slot, period }) => (period.startsWith('end') ? slot + period : slot),
  }),
  members: fc.uniqueArray(person, { maxLength: 4 }),
  notes: fc.array(
    fc.record({ forTownship: fc.boolean(), readers: fc.uniqueArray(person, { maxLength: 6 }) }),
    { maxLength: 2 },
  ),
  scans: fc.array(
    fc.record({
      kind: fc.constantFrom('CASE' as const, 'DECISION' as const),
      internal: fc.boolean(),
      uploader: person,
    }),
    { maxLength: 3 },
  ),
  /** Events of its chain by whether they are 内部. */
  events: fc.array(fc.boolean(), { minLength: 1, maxLength: 2 }),
})
export type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never

/** Eight people and some cases. */
export const anyScene = fc.record({
  people: fc.array(anyPerson, { minLength: 8, maxLength: 8 }),
  cases: fc.array(anyCase, { minLength: 3, maxLength: 10 }),
})
export type Scene = { people: Person[]; cases: Case[] }
