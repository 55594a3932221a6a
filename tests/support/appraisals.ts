import type pg from 'pg'
import { openAppraisal } from '@/lib/appraisals/commands'
import type { Day } from '@/lib/dates'
import { bind, caseAt } from './case-at'
import { addCast } from './cast'
import { makeWorld } from './world'

/**
 * Two cases of a township with a helper unit, whose measures are due on 30 June and of which one of the
 * township's four was done in time; and the appraisal of 2026, opened and waiting to be computed.
 */
export async function openedYear(owner: pg.Pool, day: Day) {
  const world = await makeWorld()
  await addCast(world)
  for (const village of ['A.0.0', 'A.0.1']) {
    const { caseId } = await caseAt(world, 'RECTIFYING', { village })
    await bind(world, village, caseId, 'HELPER_UNIT')
  }
  await owner.query(`UPDATE measures SET status = 'DONE', percent = 100, done_on = '2026-06-20'
    WHERE id = (SELECT id FROM measures WHERE number = 1 ORDER BY id LIMIT 1)`)
  const year = await openAppraisal(await world.viewer('A.office', day), { year: 2026 })
  return { world, year }
}
