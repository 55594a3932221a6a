import { createHash } from 'node:crypto'
import { newId } from '@/lib/ids'
import type { Row } from './plant'

/** A round of nobody in particular, with a frozen list and a village named by hand. */
export function roundRows(countyId: string, villageId: string): [string, Row[]][] {
  const round = newId()
  const [day, someone] = ['2026-03-01', newId()]
  const list = 'ovop-draw/1\n'
  return [
    [
      'inspection_rounds',
      [
        {
          ...{ id: round, county_id: countyId, year: 2026, number: 1, title: '三月督查' },
          ...{ method: 'OPEN', from_on: day, to_on: '2026-06-30', scope: 'EVERY_VILLAGE' },
          ...{ created_by_id: someone, created_by_name: '某某', created_on: day },
        },
      ],
    ],
    [
      'draws',
      [
        {
          ...{ id: newId(), county_id: countyId, round_id: round, number: 1, list, eligible: 0 },
          list_sha256: createHash('sha256').update(list).digest('hex'),
          ...{ frozen_by_id: someone, frozen_by_name: '某某', frozen_on: day },
        },
      ],
    ],
    [
      'round_picks',
      [
        {
          ...{ id: newId(), county_id: countyId, round_id: round, village_id: villageId },
          ...{ reason: '信访集中', inspector_ids: [someone], inspectors: '某某' },
          ...{ picked_by_id: someone, picked_by_name: '某某', picked_on: day },
        },
      ],
    ],
  ]
}
