import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { fromDay, toDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import {
  askExtension,
  grantExtension,
  refuseExtension,
  withdrawExtension,
} from '@/lib/extensions/commands'
import { newId } from '@/lib/ids'
import { addProgress, finishMeasure } from '@/lib/measures/commands'
import { bind, type CaseAt, caseAt, eventsOf } from '@/tests/support/case-at'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

function asking(at: CaseAt, index: number, change: object = {}) {
  return {
    caseId: at.caseId,
    measureId: at.measures[index]?.id ?? '',
    version: 1,
    newDueOn: '2026-07-31',
    reason: '汛期影响施工',
    ...change,
  }
}

async function stateOfExtension(id: string) {
  return read(await world.viewer('A.office'), (tx) =>
    tx.extension.findUniqueOrThrow({ where: { id }, include: { measure: true, case: true } }),
  )
}

describe('extensions', () => {
  test('asked by the helper unit, granted by the county office: deadline and lights move', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
    await bind(world, 'A.0.0', at.caseId, 'HELPER_UNIT')
    const extensionId = await askExtension(await world.viewer('A.helper'), asking(at, 1))
    const asked = await stateOfExtension(extensionId)
    // Three working days from Tuesday 10 March: Friday 13 March is the last day in time.
    expect([toDay(asked.yellowOn), toDay(asked.redOn)]).toEqual(['2026-03-10', '2026-03-14'])
    expect(asked.case.redOn && toDay(asked.case.redOn)).toBe('2026-03-14')
    const office = await world.viewer('A.office')
    await grantExtension(office, { caseId: at.caseId, extensionId, version: 1, note: '同意' })
    const { measure, ...granted } = await stateOfExtension(extensionId)
    expect(granted).toMatchObject({ status: 'GRANTED', decidedByName: 'Aoffice' })
    expect(
      [measure.dueOn, measure.originalDueOn, measure.yellowOn, measure.redOn].map(toDay),
    ).toEqual(['2026-07-31', '2026-06-30', '2026-07-16', '2026-08-01'])
    expect(granted.case.redOn && toDay(granted.case.redOn)).toBe('2026-07-01')
    await expect(
      refuseExtension(office, { caseId: at.caseId, extensionId, version: 2, note: '晚了' }),
    ).rejects.toMatchObject({ code: 'extensionDecided' })
    expect((await eventsOf(world, 'A.0.0', at.caseId)).slice(-2)).toEqual([
      'extensionAsked',
      'extensionGranted',
    ])
  })

  test('the caps of the rule set hold: one waiting, at most 2, at most 90 days in all', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.1' })
    const township = await world.viewer('A.township')
    const office = await world.viewer('A.office')
    const ask = (change: object) => askExtension(township, asking(at, 0, change))
    await expect(ask({ newDueOn: '2026-06-30' })).rejects.toMatchObject({
      code: 'extensionNotLater',
    })
    await expect(ask({ newDueOn: '2026-12-31' })).rejects.toMatchObject({
      code: 'extensionDaysExceeded',
      params: { max: 90, left: 90, latest: '2026-09-28', field: 'newDueOn' },
    })
    await expect(ask({ newDueOn: '2026-03-01' })).rejects.toMatchObject({
      code: 'extensionNotAllowed',
      reasons: [{ code: 'extensionNotLater' }, { code: 'extensionNotFuture' }],
    })
    for (const [version, newDueOn] of [
      [1, '2026-07-15'],
      [2, '2026-07-31'],
    ] as const) {
      const extensionId = await ask({ version, newDueOn })
      await expect(ask({ version, newDueOn: '2026-08-10' })).rejects.toMatchObject({
        code: 'extensionPending',
      })
      await grantExtension(office, { caseId: at.caseId, extensionId, version: 1, note: '' })
    }
    await expect(ask({ version: 3, newDueOn: '2026-08-01' })).rejects.toMatchObject({
      code: 'extensionCountReached',
    })
  })

  test('refused with a reason the deadline stays; withdrawn only by the one who asked', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.2' })
    const township = await world.viewer('A.township')
    const first = await askExtension(township, asking(at, 0))
    const input = { caseId: at.caseId, extensionId: first, version: 1 }
    await refuseExtension(await world.viewer('A.office'), { ...input, note: '理由不足' })
    const refused = await stateOfExtension(first)
    expect(refused).toMatchObject({ status: 'REFUSED', decisionNote: '理由不足' })
    expect(toDay(refused.measure.dueOn)).toBe('2026-06-30')
    const extensionId = await askExtension(township, asking(at, 0))
    const again = { caseId: at.caseId, extensionId, version: 1 }
    await expect(
      withdrawExtension(await world.viewer('A.township-2'), again),
    ).rejects.toMatchObject({ code: 'notYourRequest' })
    await withdrawExtension(township, again)
    expect((await eventsOf(world, 'A.0.2', at.caseId)).slice(-4)).toEqual([
      'extensionAsked',
      'extensionRefused',
      'extensionAsked',
      'extensionWithdrawn',
    ])
  })

  test('who asked does not decide, also when they sit in the county office', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.5' })
    const extensionId = await askExtension(await world.viewer('A.township-2'), asking(at, 0))
    await transaction(systemViewer('setup'), (tx) =>
      tx.appointment.create({
        data: {
          id: newId(),
          countyId: '450223',
          userId: world.users['A.township-2'] ?? '',
          organisationId: world.organisations['A.office'] ?? '',
          role: 'COUNTY_OFFICE',
          fromOn: fromDay('2014-01-01'),
          confirmedAt: new Date(),
        },
        select: { id: true },
      }),
    )
    const both = await world.viewer('A.township-2')
    const input = { caseId: at.caseId, extensionId, version: 1, note: '同意延期' }
    for (const verb of [grantExtension, refuseExtension]) {
      await expect(verb(both, input)).rejects.toMatchObject({ status: 403, code: 'ownWork' })
    }
    expect((await stateOfExtension(extensionId)).status).toBe('REQUESTED')
  })

  test('a request about a finished measure waits for nobody', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.3' })
    const township = await world.viewer('A.township')
    const id = await askExtension(township, asking(at, 0))
    const on = { caseId: at.caseId, measureId: at.measures[0]?.id ?? '' }
    const done = { ...on, version: 1, happenedOn: worldDay, percent: 100, text: '已完成' }
    await addProgress(township, done)
    await finishMeasure(township, { ...on, version: 2, text: '' })
    expect((await stateOfExtension(id)).status).toBe('WITHDRAWN')
  })

  test('not one’s measure 403, outside the scope 404, wrong stage 409; nothing is written', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.4' })
    await bind(world, 'A.0.4', at.caseId, 'WORK_TEAM')
    const ask = async (who: string, index: number) =>
      askExtension(await world.viewer(who), asking(at, index))
    await expect(ask('A.team', 1)).rejects.toMatchObject({ status: 403 })
    await expect(ask('A.office', 1)).rejects.toMatchObject({ status: 403 })
    await expect(ask('A.other-township', 1)).rejects.toMatchObject({ status: 404 })
    await expect(ask('B.office', 1)).rejects.toMatchObject({ status: 404 })
    const extensionId = await ask('A.team', 2)
    const input = { caseId: at.caseId, extensionId, version: 1, note: '同意' }
    await expect(grantExtension(await world.viewer('A.team'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(grantExtension(await world.viewer('A.township'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(grantExtension(await world.viewer('B.office'), input)).rejects.toMatchObject({
      status: 404,
    })
    expect(await eventsOf(world, 'A.0.4', at.caseId)).toHaveLength(6)
  })
})
