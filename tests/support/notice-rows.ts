import { newId } from '@/lib/ids'
import type { Row } from './plant'

/** A draft that carries a finding, and a notice signed for with a reply; of somebody else's, to nobody. */
export function noticeRows(
  caseId: string,
  villageId: string,
  addresseeId: string,
): (readonly [string, Row[]])[] {
  const [draft, sent, finding] = [newId(), newId(), newId()]
  const notice = {
    ...{ case_id: caseId, kind: 'SUPERVISION', addressee_id: addresseeId, title: '公开不及时' },
    ...{ facts: '公开栏未更新', demand: '补齐', due_on: '2026-03-20', drafted_on: '2026-03-01' },
  }
  const number = numbers++
  return [
    [
      'findings',
      [
        {
          ...{ id: finding, case_id: caseId, village_id: villageId, origin: 'PATROL' },
          ...{ kind: 'DISCLOSURE', gravity: 'ORDINARY', text: '公开栏未更新' },
          ...{ found_on: '2026-03-01', recorded_on: '2026-03-01' },
        },
      ],
    ],
    [
      'supervision_notices',
      [{ id: draft, ...notice, status: 'DRAFTED', signed_on: null, year: null, number: null }],
    ],
    ['notice_findings', [{ id: newId(), notice_id: draft, finding_id: finding }]],
    [
      'supervision_notices',
      [{ id: sent, ...notice, status: 'RECEIVED', signed_on: '2026-03-02', year: 2026, number }],
    ],
    [
      'notice_replies',
      [{ id: newId(), notice_id: sent, number: 1, text: '已补齐', replied_on: '2026-03-05' }],
    ],
    ['notice_series', [{ id: `450223:SUPERVISION:${newId()}`, county_id: '450223', last: 1 }]],
  ]
}

let numbers = 1000
