import { eventHash, GENESIS } from '@/lib/audit/chain'
import { addDays, type Day } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { addAcceptances, addAssignments, addPlan, measuresOf } from './case-parts'
import type { People } from './people'
import type { Tables } from './rows'

export type CaseSeed = {
  countyId: string
  townshipId: string
  villageId: string
  batchId: string
  stage: string
  people: People
  kindIds: readonly string[]
  today: Day
  random: () => number
  /** How many of each hang on the case, once it is confirmed. */
  measures: number
  events: number
  problems: number
}

const categories = ['PARALYSED', 'STALLED', 'SOFT', 'WEAK']
const before = ['CANDIDATE', 'NOT_CONFIRMED']
const planning = [...before, 'PLANNING', 'PLAN_REVIEW']
/** What a case without open measures waits for; every other one for its acceptance. */
const awaited: Record<string, string> = {
  CANDIDATE: 'candidate',
  PLANNING: 'plan',
  PLAN_REVIEW: 'planReview',
}
const accepted = ['CONSOLIDATING', 'CLOSED']

/** Adds one case in its stage with everything that hangs on it. Returns its id. */
export function addCase(tables: Tables, seed: CaseSeed): string {
  const { stage, today, random } = seed
  const id = newId()
  const scope = { county_id: seed.countyId, township_id: seed.townshipId, case_id: id }
  const proposedOn = addDays(today, -200 + Math.floor(random() * 60))
  const confirmed = !before.includes(stage)
  const measures = planning.includes(stage) ? [] : measuresOf(seed)
  const open = stage === 'RECTIFYING' ? measures.filter((one) => one.status === 'OPEN') : []
  const due = addDays(today, Math.floor(random() * 60) - 10)
  const first = open.toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))[0]
  const watched = first
    ? { subject: 'measure', due: first.due_on, title: first.title, percent: first.percent }
    : { subject: awaited[stage] ?? 'acceptance', due }
  const ended = stage === 'CLOSED' || stage === 'NOT_CONFIRMED'
  tables.add('cases', {
    id,
    county_id: seed.countyId,
    township_id: seed.townshipId,
    village_id: seed.villageId,
    batch_id: confirmed ? seed.batchId : null,
    stage,
    stage_since: addDays(proposedOn, 30),
    origin: 'REGULAR',
    source_document: '',
    proposed_on: proposedOn,
    proposal: '演示：班子不健全，制度不落实。',
    confirmed_on: confirmed ? addDays(proposedOn, 20) : null,
    closed_on: stage === 'CLOSED' ? addDays(today, -20) : null,
    readable_until: stage === 'CLOSED' ? addDays(today, 340) : null,
    consolidation_until: accepted.includes(stage) ? addDays(today, -5) : null,
    paused: false,
    pause_reason: '',
    pauses: [],
    yellow_on: ended ? null : addDays(watched.due, -15),
    red_on: ended ? null : addDays(watched.due, 1),
    yellow_reason: ended ? null : watched,
    red_reason: ended ? null : watched,
    next_due_on: ended ? null : watched.due,
    next_reason: ended ? null : watched,
    version: 1,
    created_at: new Date(),
  })
  for (let number = 1; number <= seed.problems; number++) {
    tables.add('problems', {
      id: newId(),
      ...scope,
      number,
      kind_id: seed.kindIds[Math.floor(random() * seed.kindIds.length)],
      category: categories[number % 4],
      title: `演示问题${number}`,
      cause: '演示',
      evidence: '演示',
      status: accepted.includes(stage) ? 'VERIFIED' : 'OPEN',
      reported_on: proposedOn,
      solved_by_name: '',
      solution: '',
      verified_by_name: '',
      verification: '',
      internal: false,
      version: 1,
    })
  }
  for (const measure of measures) tables.add('measures', { ...measure, ...scope })
  for (const { id: measureId, percent } of measures) {
    tables.add('progress_updates', {
      id: newId(),
      ...scope,
      measure_id: measureId,
      happened_on: addDays(today, -7),
      percent,
      text: '演示进展：已召开支部会议，分工到人。',
      internal: false,
      by_name: '演示',
      created_at: new Date(),
    })
  }
  if (confirmed) {
    addPlan(tables, seed, scope, measures)
    addAssignments(tables, seed, scope)
  }
  addAcceptances(tables, seed, scope)
  addEvents(tables, seed, id)
  return id
}

/** A chain whose hashes are true: `npm run verify` finds nothing in it. */
function addEvents(tables: Tables, seed: CaseSeed, caseId: string): void {
  const chain = `case:${caseId}`
  let hash = GENESIS
  for (let seq = 1; seq <= seed.events; seq++) {
    const text = '演示进展：已召开支部会议，分工到人。'
    const event = {
      id: newId(),
      chain,
      seq,
      at: new Date(Date.UTC(2026, 0, 1) + seq * 3_600_000).toISOString(),
      occurredOn: addDays(seed.today, seq - seed.events),
      kind: 'progressAdded',
      origin: 'USER',
      actorId: seed.people.users.township,
      actorName: '演示',
      actorRole: 'TOWNSHIP',
      actorOrganisationId: null,
      actorOrganisation: '演示乡镇党委',
      countyId: seed.countyId,
      townshipId: seed.townshipId,
      caseId,
      internal: false,
      details: { measure: (seq % 12) + 1, title: '演示措施', percent: 50, text },
    }
    const prevHash = hash
    hash = eventHash(prevHash, event)
    tables.add('events', {
      id: event.id,
      chain,
      seq,
      at: event.at,
      occurred_on: event.occurredOn,
      kind: event.kind,
      origin: event.origin,
      actor_id: event.actorId,
      actor_name: event.actorName,
      actor_role: event.actorRole,
      actor_organisation: event.actorOrganisation,
      county_id: event.countyId,
      township_id: event.townshipId,
      case_id: caseId,
      details: event.details,
      internal: false,
      prev_hash: prevHash,
      hash,
    })
  }
  const { countyId, townshipId } = seed
  tables.add('chain_heads', {
    chain,
    seq: seed.events,
    hash,
    county_id: countyId,
    township_id: townshipId,
    case_id: caseId,
  })
}
