import { newId } from '@/lib/ids'
import type { Row } from './plant'

/** A spot check of a case that is still to be made by nobody in particular, with all that can hang on it. */
export function checkRows(caseId: string, villageId: string): [string, Row[]][] {
  const day = '2026-03-01'
  const check = newId()
  const of = { spot_check_id: check }
  return [
    [
      'spot_checks',
      [
        {
          ...{ id: check, village_id: villageId, case_id: caseId, method: 'OPEN', sheet: [] },
          ...{ due_on: day, assigned_on: day },
        },
      ],
    ],
    ['spot_check_inspectors', [{ id: newId(), ...of, user_id: newId(), name: '督导员' }]],
    [
      'spot_check_reports',
      [
        {
          ...{ id: newId(), ...of, number: 1, visited_on: day, conclusion: 'PROBLEMS' },
          ...{ answers: {}, entered_on: day, sent_hash: 'a'.repeat(64) },
        },
      ],
    ],
    [
      'findings',
      [
        {
          ...{ id: newId(), ...of, origin: 'SPOT_CHECK', kind: 'OTHER', gravity: 'ORDINARY' },
          ...{ text: '问题', found_on: day, recorded_on: day },
        },
      ],
    ],
    ['material_requests', [{ id: newId(), ...of, what: '材料', gap: '没有', requested_on: day }]],
  ]
}
