import { beforeAll, describe, expect, test } from 'vitest'
import { enterResidence } from '@/lib/residence/commands'
import { readResidenceSheet } from '@/lib/residence/queries'
import { readCaseVisits } from '@/lib/visits/case-queries'
import { bind, caseAt, eventsOf } from '@/tests/support/case-at'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let caseId: string
let alone: string
beforeAll(async () => {
  world = await makeWorld()
  caseId = (await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })).caseId
  await bind(world, 'A.0.0', caseId, 'WORK_TEAM')
  alone = (await caseAt(world, 'RECTIFYING', { village: 'A.0.1' })).caseId
})

const today = '2026-05-02'
const enter = async (
  who: string,
  days: number | undefined,
  given: { id?: string; seen?: number; month?: string } = {},
) => {
  const id = given.id ?? caseId
  return enterResidence(await world.viewer(who, today), {
    month: given.month ?? '2026-04',
    days: { [id]: days },
    seen: { [id]: given.seen },
  })
}
const shown = async (who: string) =>
  (await readCaseVisits(await world.viewer(who, today), caseId)).residence

describe('days in residence', () => {
  test('the township enters and corrects one figure a month, each told with its before', async () => {
    const township = await world.viewer('A.township', today)
    expect(await readResidenceSheet(township, '2026-04')).toMatchObject([
      { id: caseId, days: undefined },
    ])
    const before = (await eventsOf(world, 'A.0.0', caseId)).length
    expect(await enter('A.township', 21)).toBe(1)
    expect(await enter('A.township', 21, { seen: 21 })).toBe(0)
    expect(await enter('A.township', undefined, { seen: 21 })).toBe(0)
    expect(await enter('A.township', 22, { seen: 21 })).toBe(1)
    expect(await shown('A.township')).toEqual([{ month: '2026-04', days: 22 }])
    expect(await shown('A.team')).toEqual([{ month: '2026-04', days: 22 }])
    expect((await eventsOf(world, 'A.0.0', caseId)).slice(before)).toEqual([
      'residenceEntered',
      'residenceEntered',
    ])
  })

  test('nobody else enters it, in their own scope or out of it', async () => {
    for (const who of ['A.office', 'A.team', 'A.leader']) {
      await expect(enter(who, 3, { seen: 22 }), who).rejects.toMatchObject({ status: 403 })
    }
    for (const who of ['A.helper', 'A.inspector', 'B.township']) {
      await expect(enter(who, 3, { seen: 22 }), who).rejects.toMatchObject({ status: 404 })
    }
  })

  test('more days than the month has, months ahead, villages without a team are refused', async () => {
    await expect(enter('A.township', 31, { seen: 22 })).rejects.toMatchObject({
      issues: [{ field: `days.${caseId}`, code: 'residenceTooMany', params: { max: 30 } }],
    })
    await expect(enter('A.township', 3, { month: '2026-05' })).rejects.toMatchObject({
      issues: [{ code: 'residenceTooMany', params: { max: 2 } }],
    })
    await expect(enter('A.township', 1, { month: '2026-06' })).rejects.toMatchObject({
      issues: [{ field: 'month', code: 'residenceMonthAhead' }],
    })
    await expect(enter('A.township', 1, { id: alone })).rejects.toMatchObject({ status: 403 })
    await expect(enter('A.township', 1, { month: '2026-02' })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('a figure somebody else has entered meanwhile is not overwritten unseen', async () => {
    await expect(enter('A.township', 20)).rejects.toMatchObject({
      issues: [{ code: 'residenceChanged', params: { days: 22 } }],
    })
    expect(await shown('A.township')).toEqual([{ month: '2026-04', days: 22 }])
  })
})
