import { beforeAll, describe, expect, test } from 'vitest'
import { confirmMany } from '@/lib/cases/bulk-commands'
import { readConfirmMany } from '@/lib/cases/bulk-queries'
import { decline } from '@/lib/cases/commands'
import { pause } from '@/lib/cases/pause-commands'
import { confirmManyInput } from '@/lib/cases/schema'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { batchOf, type CaseAt, caseAt, chainOn, eventsOf } from '@/tests/support/case-at'
import { statementsOf } from '@/tests/support/statements'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
let batchId: string
let foreign: CaseAt
const waiting: Record<string, CaseAt> = {}
const villages = ['A.0.0', 'A.0.1', 'A.0.2', 'A.1.0', 'A.1.1']

beforeAll(async () => {
  world = await makeWorld()
  batchId = await batchOf(world, 'A.0.0')
  for (const village of villages) waiting[village] = await caseAt(world, 'CANDIDATE', { village })
  foreign = await caseAt(world, 'CANDIDATE', { village: 'B.0.0' })
})

const of = (village: string) => waiting[village] as CaseAt
const input = (chosen: readonly CaseAt[], change: object = {}) => ({
  cases: chosen.map(({ caseId, version }) => ({ caseId, version })),
  batchId,
  decisions: chainOn(worldDay),
  partly: false,
  ...change,
})
const office = () => world.viewer('A.office')
const stages = async () =>
  read(await office(), async (tx) => {
    const rows = await tx.case.findMany({ select: { id: true, stage: true } })
    return villages.map((village) => rows.find(({ id }) => id === of(village).caseId)?.stage)
  })

describe('confirming several candidates', () => {
  test('one that was changed meanwhile is named beside its village, and nothing is done', async () => {
    await decline(await world.viewer('A.office-2'), {
      caseId: of('A.0.1').caseId,
      version: of('A.0.1').version,
      reason: '情况不符',
    })
    const given = input([of('A.0.0'), of('A.0.1'), of('A.0.2')])
    await expect(confirmMany(await office(), given)).rejects.toMatchObject({
      code: 'someRefused',
      status: 409,
      meanwhile: { by: 'Aoffice-2', kind: 'caseDeclined' },
      issues: [
        {
          field: `cases.${of('A.0.1').caseId}.take`,
          code: 'changedBy',
          params: { by: 'Aoffice-2' },
        },
      ],
    })
    expect(await stages()).toEqual([
      'CANDIDATE',
      'NOT_CONFIRMED',
      'CANDIDATE',
      'CANDIDATE',
      'CANDIDATE',
    ])
    expect(await eventsOf(world, 'A.0.0', of('A.0.0').caseId)).toEqual(['caseProposed'])
  })

  test('what is wrong with the chain is said together with the villages', async () => {
    const { STANDING_COMMITTEE: _, ...decisions } = chainOn(worldDay)
    const missing = { field: 'decisions.STANDING_COMMITTEE.body', code: 'decisionStepMissing' }
    await expect(
      confirmMany(await office(), input([of('A.0.0')], { decisions })),
    ).rejects.toMatchObject({ issues: [missing] })
    await expect(
      confirmMany(await office(), input([of('A.0.0'), of('A.0.1')], { decisions })),
    ).rejects.toMatchObject({ issues: [{ code: 'changedBy' }, missing] })
  })

  test('a case of another county or of nobody is refused like one that does not exist', async () => {
    await expect(
      confirmMany(await office(), input([of('A.0.0'), foreign, { ...foreign, caseId: newId() }])),
    ).rejects.toMatchObject({
      status: 422,
      issues: [{ field: `cases.${foreign.caseId}.take`, code: 'notFound' }, { code: 'notFound' }],
    })
    for (const who of ['A.township', 'A.leader', 'A.helper'])
      await expect(
        confirmMany(await world.viewer(who), input([of('A.0.0')])),
        who,
      ).rejects.toMatchObject({ status: 403 })
  })

  test('a paused one and one that waits: only the second, when that was asked for', async () => {
    await pause(await office(), {
      caseId: of('A.1.1').caseId,
      version: of('A.1.1').version,
      reason: '撤并前清查',
    })
    const paused = { ...of('A.1.1'), version: of('A.1.1').version + 1 }
    const given = input([of('A.0.0'), of('A.1.0'), paused])
    await expect(confirmMany(await office(), given)).rejects.toMatchObject({
      issues: [{ field: `cases.${paused.caseId}.take`, code: 'casePaused' }],
    })
    expect(await confirmMany(await office(), { ...given, partly: true })).toEqual({
      confirmed: 2,
      left: ['试22村'],
    })
    expect(await stages()).toEqual([
      'PLANNING',
      'NOT_CONFIRMED',
      'CANDIDATE',
      'PLANNING',
      'CANDIDATE',
    ])
    for (const village of ['A.0.0', 'A.1.0'])
      expect(await eventsOf(world, village, of(village).caseId)).toEqual([
        'caseProposed',
        'caseConfirmed',
      ])
    const decisions = await read(await office(), (tx) =>
      tx.decision.count({ where: { caseId: of('A.1.0').caseId, purpose: 'CONFIRMATION' } }),
    )
    expect(decisions).toBe(Object.keys(chainOn(worldDay)).length)
  })

  test('two who confirm the same villages at once: one does it, the other is told', async () => {
    const given = input([of('A.0.2')])
    const both = [await office(), await world.viewer('A.office-2')]
    const ends = await Promise.allSettled(both.map((viewer) => confirmMany(viewer, given)))
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'someRefused', issues: [{ code: 'changedBy' }] },
    })
    expect(await eventsOf(world, 'A.0.2', of('A.0.2').caseId)).toEqual([
      'caseProposed',
      'caseConfirmed',
    ])
  })
})

describe('the form', () => {
  test('only ticked villages are meant, and at least one', () => {
    const given = (take?: string) =>
      confirmManyInput.safeParse({
        cases: { [of('A.0.0').caseId]: { version: '1', take }, [newId()]: { version: '2' } },
        batchId,
      })
    expect(given('on').data).toMatchObject({
      cases: [{ caseId: of('A.0.0').caseId, version: 1 }],
      partly: false,
    })
    expect(given().error?.issues).toMatchObject([{ path: ['cases'], code: 'too_small' }])
  })

  test('shows who can be confirmed and who meanwhile cannot, with few statements', async () => {
    const viewer = await office()
    const ids = [...villages.map((village) => of(village).caseId), foreign.caseId]
    const statements = await statementsOf(() => readConfirmMany(viewer, { ids }))
    expect(statements.length).toBeLessThanOrEqual(6)
    const found = await readConfirmMany(viewer, { ids })
    expect(found.candidates).toEqual([])
    expect(found.others.map(({ stage, paused }) => [stage, paused])).toEqual([
      ['PLANNING', false],
      ['CANDIDATE', true],
      ['PLANNING', false],
      ['NOT_CONFIRMED', false],
      ['PLANNING', false],
    ])
    await expect(
      readConfirmMany(await world.viewer('A.township'), { all: true }),
    ).rejects.toMatchObject({ status: 403 })
  })
})
