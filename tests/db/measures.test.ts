import { beforeAll, describe, expect, test } from 'vitest'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { addProgress, finishMeasure, reopenMeasure } from '@/lib/measures/commands'
import { readMeasure, readMeasures } from '@/lib/measures/queries'
import { bind, type CaseAt, caseAt, eventsOf } from '@/tests/support/case-at'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

function progressOn(at: CaseAt, index: number, change: Record<string, unknown> = {}) {
  return {
    caseId: at.caseId,
    measureId: at.measures[index]?.id ?? '',
    version: at.measures[index]?.version ?? 1,
    happenedOn: worldDay,
    percent: 40,
    text: '完成入户走访',
    ...change,
  }
}

async function measureOf(at: CaseAt, index: number) {
  return read(await world.viewer('A.office'), (tx) =>
    tx.measure.findUniqueOrThrow({
      where: { id: at.measures[index]?.id ?? '' },
      include: { progress: { orderBy: { createdAt: 'asc' } } },
    }),
  )
}

describe('progress', () => {
  test('a township adds progress; the measure shows the percentage and the timeline tells', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
    await addProgress(await world.viewer('A.township'), progressOn(at, 0))
    const measure = await measureOf(at, 0)
    expect(measure).toMatchObject({ percent: 40, version: 2, status: 'OPEN' })
    expect(measure.progress).toMatchObject([{ byName: 'Atownship', text: '完成入户走访' }])
    expect((await eventsOf(world, 'A.0.0', at.caseId)).at(-1)).toBe('progressAdded')
  })

  test('helper unit and work team write on their own measures of bound cases only', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.1' })
    const add = async (who: string, index: number) =>
      addProgress(await world.viewer(who), progressOn(at, index))
    await expect(add('A.helper', 1)).rejects.toMatchObject({ status: 404 })
    await bind(world, 'A.0.1', at.caseId, 'HELPER_UNIT')
    await bind(world, 'A.0.1', at.caseId, 'WORK_TEAM')
    await expect(add('A.helper', 2)).rejects.toMatchObject({ status: 403 })
    await expect(add('A.team', 1)).rejects.toMatchObject({ status: 403 })
    await add('A.helper', 1)
    await add('A.team', 2)
    expect((await measureOf(at, 1)).progress).toMatchObject([
      { byName: 'Ahelper', organisationId: world.organisations['A.helper'] },
    ])
    expect((await measureOf(at, 2)).percent).toBe(40)
    await expect(add('A.office', 1)).rejects.toMatchObject({ status: 403 })
    await expect(add('B.township', 1)).rejects.toMatchObject({ status: 404 })
    await expect(add('A.inspector', 1)).rejects.toMatchObject({ status: 404 })
  })

  test('what happened earlier and is entered late leaves the percentage as it is', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.2' })
    const late = await world.viewer('A.township', '2026-05-20')
    await addProgress(late, progressOn(at, 0, { happenedOn: '2026-05-10', percent: 60 }))
    await addProgress(
      late,
      progressOn(at, 0, { happenedOn: '2026-04-01', percent: 20, version: 2 }),
    )
    expect(await measureOf(at, 0)).toMatchObject({ percent: 60, version: 2 })
    const events = await read(await world.viewer('A.office'), (tx) =>
      tx.event.findMany({
        where: { caseId: at.caseId, kind: 'progressAdded' },
        orderBy: { seq: 'asc' },
      }),
    )
    expect(events.map(({ occurredOn }) => toDay(occurredOn))).toEqual(['2026-05-10', '2026-04-01'])
  })

  test('no day in the future or before the start, no version but the present one', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.3' })
    const township = await world.viewer('A.township')
    const add = (change: object) => addProgress(township, progressOn(at, 0, { ...change }))
    await expect(add({ happenedOn: '2026-03-11' })).rejects.toMatchObject({
      issues: [{ field: 'happenedOn', code: 'dateInFuture' }],
    })
    await expect(add({ happenedOn: '2026-03-09' })).rejects.toMatchObject({
      issues: [{ field: 'happenedOn', code: 'progressTooEarly', params: { from: worldDay } }],
    })
    await expect(add({ version: 7 })).rejects.toMatchObject({ code: 'changedMeanwhile' })
    expect(await eventsOf(world, 'A.0.3', at.caseId)).not.toContain('progressAdded')
  })

  test('the 内部 part goes into the table of its own; helper units cannot write one', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.4' })
    await bind(world, 'A.0.4', at.caseId, 'HELPER_UNIT')
    const internal = { text: '拟调整书记', paperFileNo: '3号', forTownship: false, readerIds: [] }
    await addProgress(await world.viewer('A.township'), progressOn(at, 0, { internal }))
    expect((await measureOf(at, 0)).progress[0]?.internal).toBe(true)
    const notes = async (who: string) =>
      read(await world.viewer(who), (tx) =>
        tx.internalNote.findMany({ where: { caseId: at.caseId }, select: { text: true } }),
      )
    expect(await notes('A.office')).toEqual([{ text: '拟调整书记' }])
    expect(await notes('A.helper')).toEqual([])
    await expect(
      addProgress(await world.viewer('A.helper'), progressOn(at, 1, { internal })),
    ).rejects.toMatchObject({ status: 403 })
    expect((await measureOf(at, 1)).percent).toBe(0)
  })
})

describe('finishing', () => {
  test('at 100 % a measure is done and turns grey; reopened with a reason it is open again', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.5' })
    const township = await world.viewer('A.township')
    const on = (version: number) => ({
      caseId: at.caseId,
      measureId: at.measures[0]?.id ?? '',
      version,
    })
    await expect(finishMeasure(township, { ...on(1), text: '' })).rejects.toMatchObject({
      code: 'measureNotComplete',
      params: { percent: 0 },
    })
    await addProgress(township, progressOn(at, 0, { percent: 100 }))
    await finishMeasure(township, { ...on(2), text: '班子已配齐' })
    const done = await measureOf(at, 0)
    expect(done).toMatchObject({ status: 'DONE', doneById: township.userId })
    expect(done.progress.map(({ text }) => text)).toContain('班子已配齐')
    await expect(addProgress(township, progressOn(at, 0, { version: 3 }))).rejects.toMatchObject({
      code: 'measureNotOpen',
    })
    await reopenMeasure(township, { ...on(3), reason: '当选人辞职' })
    expect(await measureOf(at, 0)).toMatchObject({ status: 'OPEN', doneOn: null })
    await expect(reopenMeasure(township, { ...on(4), reason: '再开一次' })).rejects.toMatchObject({
      code: 'measureNotDone',
    })
    expect((await eventsOf(world, 'A.0.5', at.caseId)).slice(-3)).toEqual([
      'progressAdded',
      'measureDone',
      'measureReopened',
    ])
  })

  test('the light of a case follows its open measures', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.1.0' })
    const township = await world.viewer('A.other-township')
    for (const index of [0, 1, 2]) {
      await addProgress(township, progressOn(at, index, { percent: 100 }))
      await finishMeasure(township, { ...progressOn(at, index), version: 2, text: '' })
    }
    const kase = await read(await world.viewer('A.office'), (tx) =>
      tx.case.findUniqueOrThrow({ where: { id: at.caseId } }),
    )
    expect(kase).toMatchObject({ yellowOn: null, redOn: null, nextDueOn: null })
  })
})

describe('reading', () => {
  test('leaders read the whole county, bound units their cases, others nothing', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.1.1' })
    const measureId = at.measures[1]?.id ?? ''
    const one = async (who: string) => readMeasure(await world.viewer(who), at.caseId, measureId)
    const all = async (who: string) => readMeasures(await world.viewer(who), at.caseId)
    for (const who of ['A.helper', 'A.township', 'A.inspector', 'A.admin', 'B.office']) {
      await expect(one(who)).rejects.toMatchObject({ status: 404 })
      await expect(all(who)).rejects.toMatchObject({ status: 404 })
    }
    await bind(world, 'A.1.1', at.caseId, 'HELPER_UNIT')
    for (const who of ['A.helper', 'A.leader', 'A.office', 'A.other-township']) {
      expect((await all(who)).map(({ number }) => number)).toEqual([1, 2, 3])
      expect((await one(who)).problems.map(({ title }) => title)).toEqual(['问题2'])
    }
  })

  test('the light of each measure says why', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.1.2' })
    const late = await world.viewer('A.office', '2026-07-03')
    const [first] = await readMeasures(late, at.caseId)
    expect(first?.light).toEqual({
      colour: 'red',
      code: 'measureOverdue',
      params: { due: '2026-06-30', days: 3, workingDays: 3, percent: 0, extensions: 0 },
    })
  })
})
