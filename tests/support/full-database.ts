import { createHash } from 'node:crypto'
import type pg from 'pg'
import { writeCheckpoint } from '@/lib/audit/checkpoint'
import { newId } from '@/lib/ids'
import { appraisalRows } from './appraisal-rows'
import { checkRows } from './check-rows'
import { noticeRows } from './notice-rows'
import {
  commitmentRow,
  disclosureRows,
  documentRows,
  dutyRow,
  formerHolderRow,
  meetingRows,
  plant,
  recordRow,
  renamed,
  visitRow,
} from './plant'
import { ownReminderRows, reminderRows } from './reminder-rows'
import { roundRows } from './round-rows'
import { surveyRows } from './survey-rows'
import type { World } from './world'

/** After a case went its whole way: a row in every table that its way did not touch. */
export async function fillTables(owner: pg.Pool, world: World, caseId: string): Promise<void> {
  const { rows } = await owner.query('SELECT id FROM measures WHERE case_id = $1 LIMIT 1', [caseId])
  const batch = await owner.query('SELECT batch_id FROM cases WHERE id = $1', [caseId])
  const userId = world.users['A.office']
  const day = '2026-03-10'
  const decision = newId()
  const scan = newId()
  const about = { case_id: caseId, subject_kind: 'CASE', subject_id: caseId }
  await plant(owner, [
    [
      'extensions',
      [
        {
          id: newId(),
          case_id: caseId,
          measure_id: rows[0].id,
          old_due_on: day,
          new_due_on: '2026-07-01',
          reason: '连日降雨',
          requested_on: day,
          yellow_on: day,
          red_on: day,
        },
      ],
    ],
    [
      'decisions',
      [{ id: decision, case_id: caseId, purpose: 'EXCEPTION', body: '部务会', decided_on: day }],
    ],
    [
      'criterion_exceptions',
      [
        {
          id: newId(),
          case_id: caseId,
          criterion: 'leadingTeam',
          decision_id: decision,
          reason: '村小',
          recorded_on: day,
        },
      ],
    ],
    [
      'internal_notes',
      [{ id: newId(), ...about, field: 'text', text: '内部', for_township: true, reader_ids: [] }],
    ],
    [
      'coordination_requests',
      [{ id: newId(), case_id: caseId, title: '事项', request: '请求', raised_on: day }],
    ],
    [
      'instructions',
      [
        {
          id: newId(),
          case_id: caseId,
          leader_name: '某',
          given_on: day,
          text: '批示',
          organisation_id: world.organisations['A.helper'],
        },
      ],
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
          sha256: createHash('sha256').digest('hex'),
          internal: false,
          uploaded_by_id: userId,
        },
      ],
    ],
    [
      'attachment_reads',
      [{ id: newId(), case_id: caseId, attachment_id: scan, role: 'TOWNSHIP', reader_id: userId }],
    ],
    ['visits', [visitRow(caseId)]],
    ...noticeRows(caseId, world.villages['A.0.0'] ?? '', world.organisations['A.helper'] ?? ''),
    ...reminderRows(caseId, userId ?? ''),
    ...checkRows(caseId, world.villages['A.0.0'] ?? ''),
    ...ownReminderRows(userId ?? ''),
    ...meetingRows(caseId, rows[0].id, { countyId: '450223', heldOn: day }),
    ...surveyRows(caseId, '450223', world.ruleSets.A ?? ''),
    ['work_records', [recordRow(caseId)]],
    ['commitments', [commitmentRow({ case_id: caseId })]],
    ...appraisalRows('450223', world.ruleSets.A, world.organisations['A.committee'] ?? ''),
    ...roundRows('450223', world.villages['A.1.0'] ?? ''),
    ...disclosureRows('450223'),
    ...documentRows('450223'),
    ['credentials', [{ user_id: userId, password_hash: 'x' }]],
    ['village_changes', [renamed(world.villages['A.0.1'] ?? '')]],
    ['slot_duties', [dutyRow(caseId)]],
    ['former_holders', [formerHolderRow(world.villages['A.0.1'] ?? '')]],
    ['sign_in_throttles', [{ account_key: 'x', failures: 1 }]],
    [
      'access_tokens',
      [
        {
          id: newId(),
          user_id: userId,
          county_id: '450223',
          name: 't',
          hash: 'a'.repeat(64),
          writes: false,
          expires_on: day,
        },
      ],
    ],
    ['follows', [{ user_id: userId, case_id: caseId }]],
    [
      'saved_views',
      [{ id: newId(), county_id: '450223', user_id: userId, name: '逾期', query: 'light=red' }],
    ],
    [
      'reset_requests',
      [
        {
          id: newId(),
          county_id: '450223',
          user_id: world.users['A.office'],
          kind: 'PASSWORD',
          asked_by_id: world.users['A.admin'],
          asked_at: day,
        },
      ],
    ],
    [
      'ledger_imports',
      [
        {
          id: newId(),
          county_id: '450223',
          batch_id: batch.rows[0].batch_id,
          file_name: '台账.xlsx',
          sha256: 'a'.repeat(64),
          historical: 1,
          candidates: 0,
          left_out: 0,
          imported_by_id: userId,
          imported_by_name: '某',
          imported_at: day,
        },
      ],
    ],
    ['idempotency_keys', [{ user_id: userId, key: 'k', request_hash: 'x' }]],
    [
      'security_log',
      [{ id: newId(), county_id: '450223', user_id: userId, kind: 'denied', details: {} }],
    ],
  ])
  await writeCheckpoint()
}
