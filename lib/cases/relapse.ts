import { toDay } from '@/lib/dates'
import { RuleBroken } from '@/lib/errors'
import type { EarlierCase } from './select'

/**
 * The closed case a relapse follows, out of the cases of a village from the newest on; null when
 * there is none or the proposer says it is not one. Refuses while one of them is still open.
 */
export function relapseOf(
  earlier: readonly EarlierCase[],
  relapse: 'yes' | 'no' | undefined,
): EarlierCase | null {
  if (earlier.some((kase) => kase.stage !== 'CLOSED')) {
    throw new RuleBroken('villageHasOpenCase', { field: 'villageId' })
  }
  const last = earlier[0]
  if (last && !relapse) {
    throw new RuleBroken('relapseOrNot', {
      field: 'relapse',
      closedOn: last.closedOn ? toDay(last.closedOn) : '',
    })
  }
  return last && relapse === 'yes' ? last : null
}
