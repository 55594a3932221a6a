import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '@/lib/db'
import {
  changeProblem,
  reopenProblem,
  reportProblem,
  solveProblem,
  verifyProblem,
} from '@/lib/problems/commands'
import { bind, type CaseAt, caseAt, eventsOf } from '@/tests/support/case-at'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

function on(at: CaseAt, version = 1) {
  return { caseId: at.caseId, problemId: at.problems[0]?.id ?? '', version }
}
const finding = () => ({
  kindId: world.kinds[2] ?? '',
  title: '财务不公开',
  cause: '',
  evidence: '',
})

async function problemOf(at: CaseAt) {
  return read(await world.viewer('A.office'), (tx) =>
    tx.problem.findUniqueOrThrow({ where: { id: at.problems[0]?.id ?? '' } }),
  )
}

describe('problems', () => {
  test('solved by the township, verified by the county office, reopened with a reason', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
    const township = await world.viewer('A.township')
    const office = await world.viewer('A.office')
    await solveProblem(township, { ...on(at), solution: '书记已到岗' })
    await expect(
      solveProblem(township, { ...on(at, 2), solution: '再报一次' }),
    ).rejects.toMatchObject({ code: 'problemNotOpen' })
    await verifyProblem(office, { ...on(at, 2), verification: '实地核实' })
    expect(await problemOf(at)).toMatchObject({
      status: 'VERIFIED',
      solvedByName: 'Atownship',
      verifiedByName: 'Aoffice',
    })
    await reopenProblem(office, { ...on(at, 3), reason: '回访发现反复' })
    expect(await problemOf(at)).toMatchObject({
      status: 'OPEN',
      solvedById: null,
      verifiedById: null,
    })
    expect((await eventsOf(world, 'A.0.0', at.caseId)).slice(-3)).toEqual([
      'problemSolved',
      'problemVerified',
      'problemReopened',
    ])
  })

  test('neither who reported nor who solved it verifies it', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.1' })
    await solveProblem(await world.viewer('A.township-2'), { ...on(at), solution: '已解决' })
    const verify = async (who: string) =>
      verifyProblem(await world.viewer(who), { ...on(at, 2), verification: '看过' })
    await expect(verify('A.township')).rejects.toMatchObject({ code: 'ownWork' })
    await expect(verify('A.township-2')).rejects.toMatchObject({ code: 'ownWork' })
    expect(await eventsOf(world, 'A.0.1', at.caseId)).not.toContain('problemVerified')
    await verify('A.office')
    expect((await problemOf(at)).status).toBe('VERIFIED')
  })

  test('words are corrected before the plan; a problem found later is added', async () => {
    const at = await caseAt(world, 'PLANNING', { village: 'A.0.2' })
    const township = await world.viewer('A.township')
    const words = { title: '书记空缺一年', cause: '无人愿任', evidence: '' }
    await changeProblem(township, { ...on(at), ...words })
    expect(await problemOf(at)).toMatchObject(words)
    await expect(changeProblem(township, { ...on(at), ...words })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    const id = await reportProblem(township, { caseId: at.caseId, ...finding() })
    const added = await read(township, (tx) => tx.problem.findUniqueOrThrow({ where: { id } }))
    expect(added).toMatchObject({ number: 3, status: 'OPEN', reportedById: township.userId })
    expect((await eventsOf(world, 'A.0.2', at.caseId)).slice(-2)).toEqual([
      'problemChanged',
      'problemAdded',
    ])
  })

  test('wrong role 403, outside the scope 404, wrong stage 409, another case 404', async () => {
    const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.3' })
    const other = await caseAt(world, 'PLAN_REVIEW', { village: 'A.0.4' })
    await bind(world, 'A.0.3', at.caseId, 'HELPER_UNIT')
    const solve = async (who: string, input = on(at)) =>
      solveProblem(await world.viewer(who), { ...input, solution: '已解决' })
    await expect(solve('A.helper')).rejects.toMatchObject({ status: 403 })
    await expect(solve('A.office')).rejects.toMatchObject({ status: 403 })
    await expect(solve('A.other-township')).rejects.toMatchObject({ status: 404 })
    await expect(solve('B.township')).rejects.toMatchObject({ status: 404 })
    await expect(solve('A.township', on(other))).rejects.toMatchObject({ code: 'wrongStage' })
    await expect(
      solve('A.township', { ...on(at), problemId: on(other).problemId }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      changeProblem(await world.viewer('A.township'), { ...on(at), ...finding() }),
    ).rejects.toMatchObject({ code: 'wrongStage' })
    expect(await eventsOf(world, 'A.0.3', at.caseId)).toHaveLength(5)
  })

  test('the 内部 part of a problem is read by the county office and the township named', async () => {
    const at = await caseAt(world, 'PLANNING', { village: 'A.0.5' })
    await bind(world, 'A.0.5', at.caseId, 'HELPER_UNIT')
    const secret = (text: string, forTownship: boolean) => ({
      internal: { text, paperFileNo: '', forTownship, readerIds: [] },
    })
    const office = await world.viewer('A.office')
    await reportProblem(office, { caseId: at.caseId, ...finding(), ...secret('甲', true) })
    await reportProblem(office, { caseId: at.caseId, ...finding(), ...secret('乙', false) })
    const notes = async (who: string) =>
      (
        await read(await world.viewer(who), (tx) =>
          tx.internalNote.findMany({ where: { caseId: at.caseId }, orderBy: { text: 'asc' } }),
        )
      ).map(({ text }) => text)
    expect((await notes('A.office')).sort()).toEqual(['乙', '甲'].sort())
    expect(await notes('A.township')).toEqual(['甲'])
    expect(await notes('A.helper')).toEqual([])
  })
})
