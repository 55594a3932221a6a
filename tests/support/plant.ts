import type pg from 'pg'
import { newId } from '@/lib/ids'

export type Row = Record<string, unknown>

/**
 * Puts rows into tables as the owner, whom no policy binds: each entry is a table and its rows, in
 * an order that foreign keys allow. All rows of one table name the same columns.
 */
export async function plant(owner: pg.Pool, tables: readonly (readonly [string, Row[]])[]) {
  for (const [table, rows] of tables) {
    const [first] = rows
    if (!first) continue
    const columns = Object.keys(first)
      .map((name) => `"${name}"`)
      .join(', ')
    await owner.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    )
  }
}

/** Tables of which every case gets one row, in an order that foreign keys allow. */
export const caseTables = [
  'problems',
  'decisions',
  'criterion_exceptions',
  'plans',
  'plan_measures',
  'measures',
  'progress_updates',
  'extensions',
  'acceptances',
  'acceptance_scores',
  'closures',
  'follow_ups',
  'coordination_requests',
  'slot_duties',
] as const

/** One row in every table of a case; ids are made by `id`, so that they can be told again. */
export function caseRows(
  kase: { id: string; kindId: string },
  id: (table: string) => string,
): Record<(typeof caseTables)[number], Row> {
  const of = (table: string, row: Row) => ({ id: id(table), case_id: kase.id, ...row })
  const day = '2026-03-01'
  const lights = { yellow_on: day, red_on: day }
  const dates = { start_on: day, due_on: day }
  return {
    problems: of('problems', {
      number: 1,
      kind_id: kase.kindId,
      category: 'WEAK',
      title: '问题',
      reported_on: day,
    }),
    slot_duties: { ...dutyRow(kase.id), id: id('slot_duties') },
    decisions: of('decisions', { purpose: 'EXCEPTION', body: '部务会', decided_on: day }),
    criterion_exceptions: of('criterion_exceptions', {
      criterion: 'leadingTeam',
      decision_id: id('decisions'),
      reason: '村小',
      recorded_on: day,
    }),
    plans: of('plans', { number: 1, status: 'DRAFT' }),
    plan_measures: {
      id: id('plan_measures'),
      plan_id: id('plans'),
      number: 1,
      move: 'TEAM',
      title: '措施',
    },
    measures: of('measures', {
      number: 1,
      move: 'TEAM',
      title: '措施',
      target: '结果',
      person_name: '某某',
      original_due_on: day,
      ...dates,
      ...lights,
    }),
    progress_updates: of('progress_updates', {
      measure_id: id('measures'),
      happened_on: day,
      percent: 10,
      text: '进展',
      by_name: '某某',
    }),
    extensions: of('extensions', {
      measure_id: id('measures'),
      old_due_on: day,
      new_due_on: '2026-04-01',
      reason: '天气',
      requested_on: day,
      ...lights,
    }),
    acceptances: of('acceptances', { level: 'COUNTY', round: 1, opened_on: day, ...lights }),
    acceptance_scores: of('acceptance_scores', {
      acceptance_id: id('acceptances'),
      code: 'duty',
      points: 1,
      maximum: 8,
    }),
    closures: of('closures', {
      number: kase.id,
      basis: '决定',
      closed_on: day,
      signers: [],
      criteria: {},
    }),
    follow_ups: of('follow_ups', { month: 3, due_on: day, ...lights }),
    coordination_requests: of('coordination_requests', {
      title: '协调事项',
      request: '请求',
      raised_on: day,
    }),
  }
}

/** A visit to a case; its author is somebody else. */
export function visitRow(caseId: string): Row {
  return {
    id: newId(),
    case_id: caseId,
    day: '2026-03-01',
    found: '入户三家',
    role: 'TOWNSHIP',
    stage: 'RECTIFYING',
    entered_on: '2026-03-02',
    sent_hash: 'a'.repeat(64),
  }
}

/** A work record of a case; its author is somebody else. */
export function recordRow(caseId: string): Row {
  const { found: _, ...visit } = visitRow(caseId)
  return { ...visit, kind: 'HELP_GIVEN', text: '送来果苗', detail: {} }
}

/** A commitment of a village's secretary; whoever entered it is somebody else. */
export function commitmentRow(of: { case_id: string } | { village_id: string }): Row {
  return {
    id: newId(),
    // The trigger takes the village of the case.
    village_id: newId(),
    ...of,
    level: 'SECRETARY',
    position: 'VILLAGE_SECRETARY',
    text: '每月公开村级收支',
    yardstick: '每月 5 日前张贴',
    due_on: '2026-06-30',
    entered_on: '2026-03-02',
    sent_hash: 'a'.repeat(64),
  }
}

/** The switch of a county's public page, and one row of what it shows. */
export function disclosureRows(countyId: string): [string, Row[]][] {
  return [
    [
      'disclosure_switches',
      [{ id: newId(), county_id: countyId, is_on: true, switched_on: '2026-03-01' }],
    ],
    [
      'disclosed_commitments',
      [
        {
          id: newId(),
          county_id: countyId,
          county_name: '县',
          township_id: `${countyId}201`,
          township_name: '乡',
          village_name: '村',
          level: 'SECRETARY',
          position: 'VILLAGE_SECRETARY',
          text: '每月公开村级收支',
          due_on: '2026-06-30',
          place: 0,
        },
      ],
    ],
  ]
}

/** A meeting, and what was said and entered on a case before it. */
export function meetingRows(
  caseId: string,
  measureId: string,
  { countyId, heldOn }: { countyId: string; heldOn: string },
): [string, Row[]][] {
  const meeting = newId()
  const [by, name] = [newId(), '某某']
  const about = { id: newId(), case_id: caseId }
  return [
    [
      'meetings',
      [
        {
          id: meeting,
          county_id: countyId,
          held_on: heldOn,
          called_by_id: by,
          called_by_name: name,
        },
      ],
    ],
    [
      'unchanged_reports',
      [
        {
          ...about,
          measure_id: measureId,
          meeting_id: meeting,
          reported_on: '2026-03-01',
          by_id: by,
          by_name: name,
        },
      ],
    ],
    [
      'residence_months',
      [
        {
          ...about,
          month: '2026-02',
          days: 20,
          entered_by_id: by,
          entered_by_name: name,
          entered_on: '2026-03-01',
        },
      ],
    ],
  ]
}

/** A document of the library that somebody has read for their organisation. */
export function documentRows(countyId: string): [string, Row[]][] {
  const document = newId()
  return [
    [
      'documents',
      [
        {
          ...{ id: document, county_id: countyId, title: '通知', issuer: '县委组织部' },
          published_on: '2026-03-01',
        },
      ],
    ],
    [
      'document_reads',
      [
        {
          ...{ id: newId(), county_id: countyId, document_id: document },
          ...{ reader_id: newId(), organisation_id: newId(), read_on: '2026-03-02' },
        },
      ],
    ],
  ]
}

/** The duties of a slot in words. */
export function dutyRow(caseId: string): Row {
  return { id: newId(), case_id: caseId, slot: 'HELPER_UNIT', text: '每月到村一次。' }
}

/** Who held a post of a village before. */
export function formerHolderRow(villageId: string): Row {
  return {
    ...{ id: newId(), village_id: villageId, title: 'SECRETARY', holder_name: '农某' },
    to_on: '2021-02-25',
  }
}

/** What is kept of a village that was renamed. */
export function renamed(villageId: string): Row {
  return {
    id: newId(),
    village_id: villageId,
    kind: 'RENAMED',
    effective_on: '2026-03-01',
    document_no: '鹿民发〔2026〕3号',
    name_before: '旧名村',
    name_after: '新名村',
    official_name_before: '旧名村委会',
    code_before: '450223201999',
    code_after: '450223201999',
    recorded_by_name: '某某',
  }
}
