import type pg from 'pg'
import { newId } from '@/lib/ids'
import { appraisalRows } from './appraisal-rows'
import { checkRows } from './check-rows'
import { noticeRows } from './notice-rows'
import {
  caseRows,
  caseTables,
  commitmentRow,
  disclosureRows,
  documentRows,
  formerHolderRow,
  meetingRows,
  plant,
  type Row,
  recordRow,
  renamed,
  visitRow,
} from './plant'
import { ownReminderRows, reminderRows } from './reminder-rows'
import { roundRows } from './round-rows'
import { surveyRows } from './survey-rows'
import type { World } from './world'

/** A case of A.0 to which leader, helper unit, work team and inspector are bound. */
export const kase = { id: newId(), townshipId: '450223201', ids: {} as Record<string, string> }
/** A case of A.1 to which nobody is bound. */
export const other = { id: newId(), townshipId: '450223103', ids: {} as Record<string, string> }
export const batchId = newId()
/** Of the stranger, not confirmed. */
export const appointmentId = newId()
/** Somebody of the county with an account, who has nothing to do with the cases. */
export const stranger = newId()

/** Puts two cases into the middle of everything: a row in every table for each. */
export async function plantTwoCases(owner: pg.Pool, world: World): Promise<void> {
  const day = '2026-03-01'
  await plant(owner, [
    [
      'batches',
      [
        {
          id: batchId,
          county_id: '450223',
          number: 1,
          name: '第一批',
          year: 2026,
          start_on: day,
          target_end_on: '2026-12-31',
          rule_set_id: world.ruleSets.A,
        },
      ],
    ],
    [
      'ledger_imports',
      [
        {
          id: newId(),
          county_id: '450223',
          batch_id: batchId,
          file_name: '台账.xlsx',
          sha256: 'a'.repeat(64),
          historical: 1,
          candidates: 0,
          left_out: 0,
          imported_by_id: stranger,
          imported_by_name: '某',
          imported_at: day,
        },
      ],
    ],
    ...disclosureRows('450223'),
    ...documentRows('450223'),
    ['users', [{ id: stranger, county_id: '450223', account: 'stranger', name: '生人' }]],
    ['credentials', [{ user_id: stranger, password_hash: 'x' }]],
    ['village_changes', [renamed(world.villages['A.0.1'] ?? '')]],
    ['former_holders', [formerHolderRow(world.villages['A.0.1'] ?? '')]],
    ['sessions', [{ id: newId(), user_id: stranger }]],
    ...ownReminderRows(stranger),
    [
      'access_tokens',
      [
        {
          id: newId(),
          user_id: stranger,
          county_id: '450223',
          name: 't',
          hash: 'a'.repeat(64),
          writes: false,
          expires_on: day,
        },
      ],
    ],
    [
      'reset_requests',
      [
        {
          id: newId(),
          county_id: '450223',
          user_id: stranger,
          kind: 'PASSWORD',
          asked_by_id: world.users['A.admin'],
          asked_at: day,
        },
      ],
    ],
    ['idempotency_keys', [{ user_id: stranger, key: 'k', request_hash: 'x' }]],
    [
      'security_log',
      [{ id: newId(), county_id: '450223', user_id: stranger, kind: 'denied', details: {} }],
    ],
    ['sign_in_throttles', [{ account_key: 'x' }]],
    [
      'checkpoints',
      [
        {
          id: newId(),
          number: 1,
          at: day,
          count: 0,
          root: '',
          key_id: '',
          signature: '',
          changed: [],
        },
      ],
    ],
    [
      'appointments',
      [
        {
          id: appointmentId,
          county_id: '450223',
          user_id: stranger,
          organisation_id: world.organisations['A.helper'],
          role: 'HELPER_UNIT',
          from_on: day,
        },
      ],
    ],
  ])
  for (const [one, village] of [
    [kase, 'A.0.0'],
    [other, 'A.1.0'],
  ] as const) {
    for (const table of caseTables) one.ids[table] = newId()
    const rows = caseRows(
      { id: one.id, kindId: world.kinds[0] ?? '' },
      (table) => one.ids[table] ?? '',
    )
    const of = { case_id: one.id }
    const scan = newId()
    const place = { ...of, county_id: '450223', township_id: one.townshipId }
    const about = { ...of, subject_kind: 'CASE', subject_id: one.id }
    const chain = `case:${one.id}`
    await plant(owner, [
      [
        'cases',
        [
          {
            id: one.id,
            county_id: '450223',
            township_id: one.townshipId,
            village_id: world.villages[village],
            batch_id: batchId,
            stage: 'RECTIFYING',
            stage_since: day,
            proposed_on: day,
            pauses: [],
          },
        ],
      ],
      ...caseTables.map((table) => [table, [rows[table]]] as [string, Row[]]),
      [
        'internal_notes',
        [{ id: newId(), ...about, field: 'text', text: '内部', for_township: true }],
      ],
      [
        'attachments',
        [
          {
            id: scan,
            ...about,
            name: 'a.pdf',
            media_type: 'application/pdf',
            bytes: 1,
            sha256: 'x',
          },
        ],
      ],
      ['attachment_reads', [{ id: newId(), ...of, attachment_id: scan, role: 'TOWNSHIP' }]],
      [
        'instructions',
        [
          {
            id: newId(),
            ...of,
            leader_name: '某',
            given_on: day,
            text: '批示',
            organisation_id: world.organisations['A.committee'],
          },
        ],
      ],
      ['visits', [visitRow(one.id)]],
      ...noticeRows(
        one.id,
        world.villages[village] ?? '',
        world.organisations['A.committee'] ?? '',
      ),
      ...checkRows(one.id, world.villages[village] ?? ''),
      ...reminderRows(one.id, stranger),
      ...meetingRows(one.id, one.ids.measures ?? '', {
        countyId: '450223',
        heldOn: one === kase ? '2026-03-20' : '2026-03-27',
      }),
      ...surveyRows(one.id, '450223', world.ruleSets.A ?? ''),
      // One that those who work on the case write, and one that the county office writes.
      ['work_records', [recordRow(one.id), { ...recordRow(one.id), kind: 'FUNDS' }]],
      ['commitments', [commitmentRow({ case_id: one.id })]],
      ['chain_heads', [{ chain, seq: 1, hash: '', ...place }]],
      [
        'events',
        [
          {
            id: newId(),
            chain,
            seq: 1,
            at: day,
            occurred_on: day,
            kind: 'caseDeclined',
            origin: 'USER',
            actor_name: '某',
            actor_role: '',
            details: {},
            prev_hash: '',
            hash: '',
            ...place,
          },
        ],
      ],
    ])
  }
  const slot = (name: string, holder: Row) => ({
    id: newId(),
    case_id: kase.id,
    slot: name,
    from_on: day,
    organisation_id: null,
    user_id: null,
    ...holder,
  })
  await plant(owner, [
    ...appraisalRows('450223', world.ruleSets.A, world.organisations['A.committee'] ?? ''),
    ...roundRows('450223', world.villages['A.1.0'] ?? ''),
    ['follows', [{ user_id: stranger, case_id: kase.id }]],
    [
      'saved_views',
      [{ id: newId(), county_id: '450223', user_id: stranger, name: '我的', query: '' }],
    ],
    [
      'assignments',
      [
        slot('COUNTY_LEADER', { user_id: world.users['A.leader'] }),
        slot('HELPER_UNIT', { organisation_id: world.organisations['A.helper'] }),
        slot('WORK_TEAM', { organisation_id: world.organisations['A.team'] }),
      ],
    ],
    [
      'acceptance_members',
      [
        {
          id: newId(),
          case_id: kase.id,
          acceptance_id: kase.ids.acceptances,
          user_id: world.users['A.inspector'],
          name: '督导员',
        },
      ],
    ],
  ])
}
