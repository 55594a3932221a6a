import { newId } from '@/lib/ids'
import type { Row } from './plant'

/**
 * A listing with a reply, an appraisal that is open and one announced with an appeal: of an
 * organisation nobody in particular serves in.
 */
export function appraisalRows(
  countyId: string,
  ruleSetId: string,
  organisationId: string,
): [string, Row[]][] {
  const day = '2026-03-01'
  const listing = newId()
  const [open, announced] = [newId(), newId()]
  const [sheet, shown] = [newId(), newId()]
  const year = (id: string, of: number) => ({
    ...{ id, county_id: countyId, year: of, from_on: `${of}-01-01`, to_on: `${of}-12-31` },
    ...{ rule_set_id: ruleSetId, rule_version: 1, opened_on: day },
  })
  const result = (id: string, appraisalId: string) => ({
    ...{ id, appraisal_id: appraisalId, organisation_id: organisationId, kind: 'TOWNSHIP' },
    ...{ place: '450223201', organisation_name: '某单位' },
  })
  return [
    [
      'watch_listings',
      [
        {
          ...{ id: listing, county_id: countyId, organisation_id: organisationId, state: 'LISTED' },
          ...{ reason: '逾期多', measures: '约谈', decided_on: day },
        },
      ],
    ],
    [
      'watch_replies',
      [
        {
          ...{ id: newId(), listing_id: listing, text: '正在整改', by_id: newId() },
          ...{ by_name: '某', replied_on: day },
        },
      ],
    ],
    ['appraisals', [year(open, 2025)]],
    [
      'appraisals',
      [
        {
          ...year(announced, 2024),
          ...{ state: 'ANNOUNCED', announced_on: day, computed_on: day, appeal_until: day },
        },
      ],
    ],
    ['appraisal_sheets', [result(sheet, open)]],
    [
      'appraisal_values',
      [
        {
          ...{ id: newId(), sheet_id: sheet, code: 'measures', formula: 'measuresOnTime' },
          ...{ position: 0, weight: 25, numerator: 0, denominator: 0 },
        },
      ],
    ],
    ['appraisal_sheets', [{ ...result(shown, announced), state: 'ANNOUNCED', shown: true }]],
    [
      'appraisal_appeals',
      [
        {
          ...{ id: newId(), sheet_id: shown, reason: '因灾顺延', by_id: newId() },
          ...{ by_name: '某', made_on: day },
        },
      ],
    ],
  ]
}
