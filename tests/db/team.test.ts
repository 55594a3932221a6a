import { beforeAll, describe, expect, test } from 'vitest'
import { setDuties } from '@/lib/assignments/duty-commands'
import { readTeam } from '@/lib/assignments/team-queries'
import { newId } from '@/lib/ids'
import { logVisit } from '@/lib/visits/commands'
import { logVisitInput } from '@/lib/visits/schema'
import { bind, caseAt, eventsOf } from '@/tests/support/case-at'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
let caseId: string

beforeAll(async () => {
  world = await makeWorld()
  ;({ caseId } = await caseAt(world, 'PLANNING', { village: 'A.0.0' }))
  await bind(world, 'A.0.0', caseId, 'WORK_TEAM')
})

const team = async (who: string) => readTeam(await world.viewer(who), caseId)

describe('the four-in-one team of a case', () => {
  test('shows what each side logged to who reads the records, and gaps to everybody in scope', async () => {
    const visit = { id: newId(), caseId, day: worldDay, found: '走访三户。' }
    await logVisit(await world.viewer('A.team'), logVisitInput.parse(visit))
    for (const who of ['A.office', 'A.township', 'A.team']) {
      const { logged, gaps } = await team(who)
      expect(logged?.visits).toEqual([{ role: 'WORK_TEAM', count: 1, last: worldDay }])
      expect(gaps).toEqual(['COUNTY_LEADER', 'TOWNSHIP_LEADER', 'HELPER_UNIT'])
    }
    expect((await team('A.leader')).logged).toBeNull()
    for (const who of ['A.helper', 'A.other-township', 'A.admin', 'B.office']) {
      await expect(team(who)).rejects.toMatchObject({ status: 404 })
    }
  })

  test('takes duties in words from the county office and the township, with one event', async () => {
    const input = { caseId, slot: 'HELPER_UNIT' as const, text: '每月到村一次。' }
    await setDuties(await world.viewer('A.township'), input)
    expect((await team('A.team')).duties).toEqual({ HELPER_UNIT: '每月到村一次。' })
    await setDuties(await world.viewer('A.office'), input)
    await setDuties(await world.viewer('A.office'), { ...input, text: '' })
    expect((await team('A.office')).duties).toEqual({ HELPER_UNIT: '' })
    for (const [who, status] of [
      ['A.team', 403],
      ['A.leader', 403],
      ['A.other-township', 404],
      ['B.office', 404],
    ] as const) {
      await expect(setDuties(await world.viewer(who), input)).rejects.toMatchObject({ status })
    }
    const told = await eventsOf(world, 'A.0.0', caseId)
    expect(told.filter((kind) => kind === 'dutiesSet')).toHaveLength(2)
  })
})
