import { randomUUID } from 'node:crypto'
import { newId } from '@/lib/ids'
import type { Row } from './plant'

const answers = [1, 1, 1, 1, 1]

/** A row in every table of surveys: an open round of a case, and the published result of an earlier one. */
export function surveyRows(caseId: string, countyId: string, ruleSetId: string): [string, Row[]][] {
  const [open, published, issue] = [newId(), newId(), newId()]
  const on = { county_id: countyId, survey_id: open }
  const round = {
    ...{ case_id: caseId, village_name: '某村', kind: 'MEETING', due: 30, sampling: 'ALL' },
    ...{ questions: ['甲', '乙', '丙', '丁', '戊'], sampling_note: '', issued: 1, paper_issued: 0 },
    ...{
      opened_on: '2026-03-01',
      ends_on: '2026-12-31',
      closed_by_name: '',
      published_by_name: '',
    },
    ...{ opened_by_id: newId(), opened_by_name: '某', version: 1 },
  }
  const ballot = () => ({ id: randomUUID(), ...on, answers })
  return [
    [
      'surveys',
      [
        { ...round, id: open, number: 98, state: 'OPEN' },
        { ...round, id: published, number: 99, state: 'PUBLISHED' },
      ],
    ],
    [
      'survey_issues',
      [
        {
          ...{ id: issue, ...on, channel: 'SLIPS', count: 1, issued_on: '2026-03-01' },
          ...{ by_id: newId(), by_name: '某', void_reason: '', voided_by_name: '' },
        },
      ],
    ],
    [
      'survey_tokens',
      [{ hash: randomUUID().padEnd(64, '0'), ...on, issue_id: issue, spent: false }],
    ],
    ['retired_tokens', [{ hash: randomUUID().padEnd(64, '1'), ...on }]],
    ['held_ballots', [{ ...ballot(), wish: '' }]],
    ['boxed_ballots', [{ ...ballot(), wish: '' }]],
    ['ballots', [{ ...ballot(), shown: true }]],
    ['survey_wishes', [{ id: randomUUID(), ...on, wish: '修路', shown: true }]],
    [
      'paper_entries',
      [{ ...ballot(), wish: '', number: 1, pass: 1, by_id: newId(), by_name: '某' }],
    ],
    [
      'survey_results',
      [
        {
          ...{ survey_id: published, case_id: caseId, kind: 'MEETING', number: 99 },
          ...{ closed_on: '2026-03-01', due: 30, present: 30, issued: 30, returned: 30, valid: 30 },
          ...{ paper: 0, differing: 0, typed_by: [], shown: true, tallies: [], votes: 30 },
          ...{ satisfied: 29, dissatisfied: 1, basic_counts: true, rule_set_id: ruleSetId },
          ...{
            rule_set_version: 1,
            counted_by: '',
            scrutinised_by: '',
            led_by: '',
            published: true,
          },
        },
      ],
    ],
  ]
}
