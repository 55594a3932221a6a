import { addDays } from '@/lib/dates'
import { newId } from '@/lib/ids'
import type { CaseSeed } from './case-rows'
import type { Tables } from './rows'

const moves = ['RESPONSIBILITY', 'TEAM', 'SERVICE', 'PURPOSE', 'MECHANISM']
const accepted = ['CONSOLIDATING', 'CLOSED']

type Scope = { county_id: string; township_id: string; case_id: string }

export function measuresOf({ people, today, random, stage, measures }: CaseSeed) {
  return Array.from({ length: measures }, (_, index) => {
    const due = addDays(today, Math.floor(random() * 150) - 30)
    const done = stage !== 'RECTIFYING' || random() < 0.3
    return {
      id: newId(),
      number: index + 1,
      move: moves[index % 5],
      title: `演示措施${index + 1}：选优配强班子，每月开展主题党日`,
      target: '演示',
      problem_ids: [] as string[],
      organisation_id: people.helpers[index % 3],
      organisation_name: '演示农业农村局',
      person_name: '演示',
      person_post: '演示',
      start_on: addDays(today, -90),
      due_on: due,
      original_due_on: due,
      percent: done ? 100 : Math.floor(random() * 10) * 10,
      status: done ? 'DONE' : 'OPEN',
      done_on: done ? addDays(today, -10) : null,
      cancel_reason: '',
      yellow_on: addDays(due, -15),
      red_on: addDays(due, 1),
      version: 1,
    }
  })
}

export function addPlan(
  tables: Tables,
  { stage, today }: CaseSeed,
  scope: Scope,
  measures: ReturnType<typeof measuresOf>,
): void {
  const id = newId()
  const status = { PLANNING: 'DRAFT', PLAN_REVIEW: 'SUBMITTED' }[stage] ?? 'APPROVED'
  const text = '演示：'.concat('对标对表，逐项整改。'.repeat(6))
  tables.add('plans', {
    id,
    ...scope,
    number: 1,
    status,
    revision_reason: '',
    facts: text,
    causes: text,
    goals: text,
    timetable: text,
    responsibilities: text,
    guarantees: text,
    submitted_by_name: '演示',
    submitted_on: status === 'DRAFT' ? null : addDays(today, -20),
    decided_by_name: '',
    return_reason: '',
    saved_by_name: '',
    record_no: '',
    version: 1,
    created_at: new Date(),
  })
  for (const one of measures) {
    tables.add('plan_measures', {
      id: newId(),
      ...scope,
      plan_id: id,
      measure_id: one.id,
      number: one.number,
      move: one.move,
      title: one.title,
      target: one.target,
      problem_ids: [],
      organisation_id: one.organisation_id,
      organisation_name: one.organisation_name,
      person_name: one.person_name,
      person_post: one.person_post,
      start_on: one.start_on,
      due_on: one.due_on,
    })
  }
}

export function addAssignments(
  tables: Tables,
  { people, today, random }: CaseSeed,
  scope: Scope,
): void {
  const turn = Math.floor(random() * 3)
  const holders = [
    { slot: 'COUNTY_LEADER', user_id: turn === 0 ? people.users.leader : null },
    { slot: 'TOWNSHIP_LEADER' },
    { slot: 'HELPER_UNIT', organisation_id: people.helpers[turn] },
    { slot: 'WORK_TEAM', organisation_id: people.teams[turn] },
  ]
  for (const holder of holders) {
    tables.add('assignments', {
      id: newId(),
      ...scope,
      slot: holder.slot,
      organisation_id: holder.organisation_id ?? null,
      user_id: holder.user_id ?? null,
      person_name: '演示',
      person_post: '演示',
      from_on: addDays(today, -150),
      handover_note: '',
      created_at: new Date(),
    })
  }
}

export function addAcceptances(
  tables: Tables,
  { stage, people, today }: CaseSeed,
  scope: Scope,
): void {
  const county = ['COUNTY_ACCEPTANCE', ...accepted].includes(stage)
  const add = (level: string, done: boolean) => {
    const id = newId()
    tables.add('acceptances', {
      id,
      ...scope,
      level,
      round: 1,
      status: done ? 'PASSED' : 'OPEN',
      opened_on: addDays(today, -12),
      applied_by_name: '演示',
      decided_by_name: '',
      decided_on: done ? addDays(today, -6) : null,
      total: done ? 92 : null,
      grade: done ? 'EXCELLENT' : '',
      reason: '',
      yellow_on: addDays(today, -1),
      red_on: addDays(today, 3),
      version: 1,
    })
    tables.add('acceptance_members', {
      id: newId(),
      ...scope,
      acceptance_id: id,
      user_id: level === 'COUNTY' ? people.users.inspector : null,
      name: '演示',
      post: '',
      leads: true,
    })
  }
  if (stage === 'TOWNSHIP_ACCEPTANCE' || county) add('TOWNSHIP', county)
  if (county) add('COUNTY', accepted.includes(stage))
  if (stage !== 'CLOSED') return
  tables.add('closures', {
    id: newId(),
    ...scope,
    number: `演示〔2026〕${scope.case_id.slice(-6)}`,
    basis: '演示',
    closed_on: addDays(today, -20),
    summary: '演示',
    signers: [],
    criteria: [],
    closed_by_name: '演示',
  })
  for (const month of [3, 6, 12]) {
    const due = addDays(today, month * 30 - 90)
    tables.add('follow_ups', {
      id: newId(),
      ...scope,
      month,
      due_on: due,
      text: '',
      done_by_name: '',
      yellow_on: addDays(due, -5),
      red_on: addDays(due, 1),
      version: 1,
    })
  }
}
