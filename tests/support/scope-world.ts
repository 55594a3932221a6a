import type pg from 'pg'
import { newId } from '@/lib/ids'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { caseRows, caseTables, commitmentRow, plant, type Row, recordRow, visitRow } from './plant'
import { stepRow } from './reminder-rows'
import type { Scene } from './scope-model'
import {
  appointmentsOf,
  at,
  type Organisation,
  organisationsOf,
  periods,
  sceneDay,
  sessionRow,
  userRow,
  yesterday,
} from './scope-people'

/** The rows of a scene: ids by the numbers the scene tells things with. */
export type Planted = {
  counties: string[]
  townships: string[][]
  people: { userId: string; sessionId: string }[]
  cases: {
    id: string
    countyId: string
    tables: Record<string, string>
    visit: string
    record: string
    commitment: string
    notice: string
    events: string[]
    scans: string[]
    notes: string[]
  }[]
}

let made = 0

/**
 * Makes the rows of a scene as the owner, under two counties nobody used before, so that what
 * earlier scenes left behind is a leak when it shows.
 */
export async function plantScene(owner: pg.Pool, scene: Scene, kindId: string): Promise<Planted> {
  const counties = [0, 1].map(() => String(100_000 + made++))
  const townships = counties.map((county) => [`${county}001`, `${county}002`])
  const people = scene.people.map(() => ({ userId: newId(), sessionId: newId() }))
  const organisations = organisationsOf(counties, townships)
  const villages = scene.cases.map(({ county, place }, number) => ({
    id: newId(),
    code: `${townships[county]?.[place]}${String(number).padStart(3, '0')}`,
    county_id: counties[county],
    township_id: townships[county]?.[place],
    kind: 'VILLAGE',
    name: `试${number}村`,
    official_name: `试${number}村民委员会`,
  }))
  const ruleSets = counties.map((county_id) => ({
    id: newId(),
    county_id,
    version: 1,
    title: '规则',
    content: defaultRuleSet,
  }))
  const batches = counties.map((county_id, index) => ({
    id: newId(),
    county_id,
    number: 1,
    name: '第一批',
    year: 2026,
    start_on: '2026-01-01',
    target_end_on: '2026-12-31',
    rule_set_id: ruleSets[index]?.id,
  }))
  await plant(owner, [
    ['counties', counties.map((id) => ({ id, name: `县${id}` }))],
    [
      'townships',
      townships.flatMap((ids, index) =>
        ids.map((id) => ({ id, county_id: counties[index], name: id })),
      ),
    ],
    ['organisations', organisations.map(({ key: _, ...row }) => row)],
    ['villages', villages],
    ['rule_sets', ruleSets],
    ['batches', batches],
    [
      'users',
      scene.people.map((person, index) => userRow(person, people[index]?.userId ?? '', counties)),
    ],
    ['sessions', scene.people.map((person, index) => sessionRow(person, people[index], counties))],
    ['appointments', appointmentsOf(scene, people, counties, organisations)],
  ])
  const cases = scene.cases.map(({ county }) => ({
    id: newId(),
    countyId: counties[county] ?? '',
    tables: Object.fromEntries(caseTables.map((table) => [table, newId()])),
    visit: newId(),
    record: newId(),
    commitment: newId(),
    notice: newId(),
    events: [] as string[],
    scans: [] as string[],
    notes: [] as string[],
  }))
  await plantCases(
    owner,
    scene,
    { counties, townships, people, cases },
    { kindId, organisations, villages, batches },
  )
  return { counties, townships, people, cases }
}

async function plantCases(
  owner: pg.Pool,
  scene: Scene,
  { counties, townships, people, cases }: Planted,
  {
    kindId,
    organisations,
    villages,
    batches,
  }: {
    kindId: string
    organisations: Organisation[]
    villages: { id: string }[]
    batches: { id: string }[]
  },
) {
  const readable = { open: null, today: sceneDay, over: yesterday }
  const rows: Record<string, Row[]> = {}
  const add = (table: string, row: Row) => {
    rows[table] = [...(rows[table] ?? []), row]
    return String(row.id)
  }
  for (const [index, kase] of scene.cases.entries()) {
    const planted = cases[index]
    if (!planted) continue
    const county_id = counties[kase.county]
    const township_id = townships[kase.county]?.[kase.place]
    const listed = kase.stage !== 'CANDIDATE' && kase.stage !== 'NOT_CONFIRMED'
    add('cases', {
      id: planted.id,
      county_id,
      township_id,
      village_id: villages[index]?.id,
      batch_id: listed ? batches[kase.county]?.id : null,
      stage: kase.stage,
      stage_since: '2026-01-01',
      proposed_on: '2026-01-01',
      readable_until: readable[kase.readable],
      pauses: [],
    })
    const one = caseRows({ id: planted.id, kindId }, (table) => planted.tables[table] ?? '')
    for (const table of caseTables) add(table, one[table])
    for (const { slot, place, person, period } of kase.assignments) {
      const leader = slot === 'COUNTY_LEADER'
      add('assignments', {
        id: newId(),
        case_id: planted.id,
        slot,
        organisation_id: leader ? null : at(organisations, kase.county, slot, place),
        user_id: leader ? people[person]?.userId : null,
        ...(period === 'open' ? periods.inForce : periods[period]),
      })
    }
    for (const person of kase.members) {
      const acceptance_id = planted.tables.acceptances
      add('acceptance_members', {
        id: newId(),
        case_id: planted.id,
        acceptance_id,
        user_id: people[person]?.userId,
        name: '某某',
      })
    }
    planted.notes = kase.notes.map(({ forTownship, readers }) =>
      add('internal_notes', {
        id: newId(),
        case_id: planted.id,
        subject_kind: 'CASE',
        subject_id: newId(),
        field: 'text',
        text: '内部',
        for_township: forTownship,
        reader_ids: readers.map((reader) => people[reader]?.userId),
      }),
    )
    planted.scans = kase.scans.map(({ kind, internal, uploader }) =>
      add('attachments', {
        id: newId(),
        case_id: planted.id,
        subject_kind: kind,
        subject_id: newId(),
        name: 'a.pdf',
        media_type: 'application/pdf',
        bytes: 1,
        sha256: 'x',
        internal,
        uploaded_by_id: people[uploader]?.userId,
      }),
    )
    add('visits', { ...visitRow(planted.id), id: planted.visit })
    add('work_records', { ...recordRow(planted.id), id: planted.record })
    add('commitments', {
      ...commitmentRow({ case_id: planted.id }),
      id: planted.commitment,
    })
    // Sent to a helper unit and copied to a work team; of a candidate's still a draft.
    const sent = kase.stage !== 'CANDIDATE'
    add('supervision_notices', {
      ...{ id: planted.notice, case_id: planted.id, kind: 'SUPERVISION' },
      ...{ title: '事由', facts: '事实', demand: '要求' },
      ...{ due_on: '2026-03-20', drafted_on: '2026-03-01' },
      addressee_id: at(organisations, kase.county, 'HELPER_UNIT', 0),
      copied_ids: [at(organisations, kase.county, 'WORK_TEAM', 1)],
      ...{ status: sent ? 'SIGNED' : 'DRAFTED', signed_on: sent ? '2026-03-02' : null },
      ...{ year: sent ? 2026 : null, number: sent ? index + 1 : null },
    })
    // A step is read like the commitment; it bears its id.
    add('reminder_steps', { ...stepRow(planted.id), id: planted.commitment })
    const chain = `case:${planted.id}`
    const place = { county_id, township_id, case_id: planted.id }
    planted.events = kase.events.map((internal, seq) =>
      add('events', {
        id: newId(),
        chain,
        seq: seq + 1,
        at: new Date(),
        occurred_on: sceneDay,
        kind: 'caseDeclined',
        origin: 'USER',
        actor_name: '某某',
        actor_role: '',
        ...place,
        details: { reason: '理由' },
        internal,
        prev_hash: '',
        hash: '',
      }),
    )
    add('chain_heads', { chain, seq: kase.events.length, hash: '', ...place })
  }
  const order = [
    'cases',
    ...caseTables,
    'assignments',
    'acceptance_members',
    'internal_notes',
    'attachments',
    'visits',
    'work_records',
    'commitments',
    'reminder_steps',
    'supervision_notices',
    'events',
    'chain_heads',
  ]
  // Measures come before the lines and requests that point at them.
  await plant(
    owner,
    order.flatMap((table) => (rows[table] ? [[table, rows[table]] as const] : [])),
  )
}
