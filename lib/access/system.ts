/**
 * The system viewers: what runs without a person behind it. Each name has narrow policies of its
 * own (migration "access"); each use stands here with its reason.
 */
export const systemViewers = {
  /** Learns who is behind a session and what they are bound to, before there is a viewer. */
  session:
    'reads sessions, people, appointments, bonds, who has a second factor; marks a session as seen',
  /** Checks a password before there is a session; opens the session. */
  signIn: 'reads accounts and secrets, counts failures, opens sessions, records the sign-in',
  /** An administrator's reset or suspension touches secrets and sessions no person may read. */
  accounts: 'sets secrets and ends sessions inside a command authorised as account.manage',
  /** An organisation asked about a case it does not read adds its answer to the case's timeline. */
  answer: 'reads whether the case is paused, records the event of an authorised answer',
  /** An item sent again: stored, its answer lost, and its village handed to somebody else since. */
  sent: 'reads the sender’s own visits, records and files, to answer what is stored already',
  /** Somebody leaves: their duties move, also those of cases that whoever decides does not read. */
  handover:
    'reads what a person is responsible for and moves it inside a command authorised as handover.run',
  /** First administrator, first county office, division import, demo: before a county has people. */
  setup: 'writes directory, rule sets, organisations, people and appointments',
  /** The worker: checkpoints and expiry. */
  jobs: 'writes checkpoints, ends idle sessions, removes old idempotency keys',
  /** The worker, at night: the calendar of working days may have changed. */
  lights: 'reads what lights are computed from, writes the days on which they turn',
  /** The worker: the ladder of what is overdue, digests, what goes out to other systems. */
  remind:
    'reads what has a deadline and who answers for it, and events to push; writes reminders and deliveries',
  /** The worker: who is proposed for the key register, and what an appraisal comes to. */
  supervise:
    'reads the facts of a county, writes proposals of the key register and computed sheets',
  /** What the public page of a county shows: after a publication, and every night. */
  disclose: 'reads published commitments and which villages have cases, writes the public copy',
  /** The public page, read by nobody in particular. */
  disclosed: 'reads the public copy of published commitments and nothing else',
  /** A villager with a token: no name, no session. */
  ballot: 'reads what a round asks, spends a token, puts in a ballot it cannot read again',
  /** Counting inside the county office's commands, on ballots the office itself cannot read. */
  tally: 'moves ballots into the box, counts how many, counts out the box of a closed round',
  /** `npm run verify`: reads the whole chain. */
  verify: 'reads events, chain heads, checkpoints and random draws',
} as const

export type SystemName = keyof typeof systemViewers
export type SystemViewer = { system: SystemName; countyId?: string }

/** A named system viewer, optionally working for one county. */
export function systemViewer(system: SystemName, countyId?: string): SystemViewer {
  return { system, countyId }
}

/** The settings row-level security reads for a system viewer. */
export function systemSettings(viewer: SystemViewer): Record<string, string> {
  return { 'app.system': viewer.system, 'app.county_id': viewer.countyId ?? '' }
}
