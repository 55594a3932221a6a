import { pause } from '@/lib/cases/pause-commands'
import { acceptedAt } from './case-accepted'
import { bind, caseAt, stateOf } from './case-at'
import type { World } from './world'

/**
 * Cases at many stages in both townships of county A and one in county B; helper unit and work
 * team are bound to `RECTIFYING`. Returns case ids by name.
 */
export async function caseMix(world: World) {
  const at = async (stage: Parameters<typeof caseAt>[1], village: string) =>
    (await caseAt(world, stage, { village })).caseId
  const past = async (stage: Parameters<typeof acceptedAt>[1], village: string) =>
    (await acceptedAt(world, stage, { village })).caseId
  const cases = {
    candidate: await at('CANDIDATE', 'A.0.0'),
    planning: await at('PLANNING', 'A.0.1'),
    review: await at('PLAN_REVIEW', 'A.0.2'),
    rectifying: await at('RECTIFYING', 'A.0.3'),
    paused: await at('RECTIFYING', 'A.0.4'),
    otherCandidate: await at('CANDIDATE', 'A.1.0'),
    ready: await past('READY', 'A.1.1'),
    county: await past('COUNTY_ACCEPTANCE', 'A.1.2'),
    consolidating: await past('CONSOLIDATING', 'A.1.3'),
    closed: await past('CLOSED', 'A.1.4'),
    applied: await past('TOWNSHIP_ACCEPTANCE', 'A.1.5'),
    foreign: await at('RECTIFYING', 'B.0.0'),
  }
  await bind(world, 'A.0.3', cases.rectifying, 'HELPER_UNIT')
  await bind(world, 'A.0.3', cases.rectifying, 'WORK_TEAM')
  await pause(await world.viewer('A.office'), {
    caseId: cases.paused,
    version: (await stateOf(world, 'A.0.4', cases.paused)).version,
    reason: '区划调整',
  })
  return cases
}
