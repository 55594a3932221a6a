import { beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/access/viewer-types'
import { readTimeline } from '@/lib/audit/timeline-queries'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { readCaseSupervision } from '@/lib/spot-checks/case-queries'
import { cancelSpotCheck, reassignSpotCheck, recuseFromCheck } from '@/lib/spot-checks/commands'
import { listSpotChecks } from '@/lib/spot-checks/list-queries'
import { answerMaterial, requestMaterial } from '@/lib/spot-checks/material-commands'
import { listMaterialRequests } from '@/lib/spot-checks/material-queries'
import { readSpotCheck } from '@/lib/spot-checks/queries'
import { correctSpotCheck, submitSpotCheck } from '@/lib/spot-checks/report-commands'
import { correctCheckInput } from '@/lib/spot-checks/schema'
import { Prisma } from '@/prisma/generated/client'
import {
  answers,
  type CheckWorld,
  finding,
  makeCheckWorld,
  report,
  status,
} from '@/tests/support/check-world'
import { databaseOfThisFile } from '@/tests/support/database'

const { owner } = databaseOfThisFile()
let here: CheckWorld
let world: CheckWorld['world']
beforeAll(async () => {
  here = await makeCheckWorld()
  world = here.world
})
const v = (who: string) => here.v(who)
const user = (who: string) => here.user(who)
const assign: CheckWorld['assign'] = (...given) => here.assign(...given)
const submit: CheckWorld['submit'] = (...given) => here.submit(...given)

const raw = (viewer: Viewer, table: string) =>
  read(
    viewer,
    (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM ${Prisma.raw(table)}`,
  ).then((rows) => rows.map(({ id }) => id))

/** Everything a person could notice a check by. */
async function tracesOf(who: string, checkId: string, caseId: string) {
  const viewer = await v(who)
  const { checks } = await listSpotChecks(viewer, {})
  const onCase = await readCaseSupervision(viewer, caseId)
  const { events, counts } = await readTimeline(viewer, caseId, { limit: 100 })
  const inList = checks.some(({ id }) => id === checkId)
  const table = await raw(viewer, 'spot_checks')
  const parts = await Promise.all(
    ['spot_check_inspectors', 'spot_check_reports', 'findings'].map((name) => raw(viewer, name)),
  )
  return {
    inList,
    onCase: onCase.checks.some(({ id }) => id === checkId),
    page: await status(readSpotCheck(viewer, checkId)),
    events: events.filter(({ kind }) => /spotCheck|finding/.test(kind)).map(({ kind }) => kind),
    counted: Object.keys(counts).filter((kind) => /spotCheck|finding/.test(kind)),
    row: table.includes(checkId),
    parts: parts.flat().length,
  }
}
const unseen = {
  ...{ inList: false, onCase: false, page: 404, events: [], counted: [], row: false, parts: 0 },
}

describe('an undercover check', () => {
  test('leaves no trace for township, helper unit and work team before it is submitted', async () => {
    const caseId = await here.kaseOf('A.0.0')
    const seqBefore = (
      await owner.query('SELECT seq FROM chain_heads WHERE case_id = $1', [caseId])
    ).rows[0].seq
    const id = await assign('A.0.0', 'COVERT', ['inspector', 'other-inspector'])
    for (const who of ['township', 'helper', 'team']) {
      expect([who, await tracesOf(who, id, caseId)]).toEqual([who, unseen])
    }
    // Not even a gap in the numbers of the timeline.
    const { rows } = await owner.query('SELECT seq FROM chain_heads WHERE case_id = $1', [caseId])
    expect(rows[0].seq).toBe(seqBefore)
    expect(await status(requestMaterial(await v('inspector'), ask(id)))).toBe(409)
    expect(await tracesOf('inspector', id, caseId)).toMatchObject({ inList: true, page: 200 })
    expect(await tracesOf('office', id, caseId)).toMatchObject({ inList: true, page: 200 })
    // The administrator learns nothing of it from the chain of the village either.
    const admin = await read(await v('admin'), (tx) =>
      tx.event.count({ where: { kind: { startsWith: 'spotCheck' } } }),
    )
    expect(admin).toBe(0)

    await submit(id, { conclusion: 'PROBLEMS', findings: [finding] })
    // That it took place is told now, what it found is not.
    for (const who of ['township', 'helper', 'team']) {
      expect(await tracesOf(who, id, caseId)).toMatchObject({
        ...{ inList: true, page: 200, events: ['spotCheckSubmitted'], parts: 0 },
      })
      const page = await readSpotCheck(await v(who), id)
      expect([page.reports, page.findings, page.known]).toEqual([[], [], null])
    }
  })
})

describe('the report', () => {
  test('is stored once under its id, frozen then, and corrected as a new version', async () => {
    const id = await assign('A.0.1', 'OPEN', ['inspector', 'other-inspector'])
    const sent = report(id)
    const stored = await submitSpotCheck(await v('inspector'), sent)
    expect(await submitSpotCheck(await v('inspector'), sent)).toEqual(stored)
    expect(await status(submitSpotCheck(await v('inspector'), { ...sent, summary: '另' }))).toBe(
      409,
    )
    expect(await status(submit(id, {}, 'other-inspector'))).toBe(409)
    const correction = correctCheckInput.parse({
      ...{ id: newId(), spotCheckId: id, visitedOn: '2026-03-10', reason: '漏记一题' },
      answers: { ...answers, asked: '12' },
    })
    await correctSpotCheck(await v('other-inspector'), correction)
    const { reports } = await readSpotCheck(await v('office'), id)
    expect(reports.map(({ number, reason }) => [number, reason])).toEqual([
      [2, '漏记一题'],
      [1, ''],
    ])
    expect(reports[0]?.answers).toMatchObject({ asked: 12 })
    expect(reports[0]?.conclusion).toBe('NO_PROBLEM')
    await expect(owner.query('UPDATE spot_check_reports SET summary = $1', ['改'])).rejects.toThrow(
      /append-only/,
    )
  })

  test('is refused with every fault at its field', async () => {
    const id = await assign('A.1.0', 'OPEN', ['other-inspector'])
    const faults = {
      visitedOn: '2026-03-11',
      answers: { ...answers, team: '很好', resident: '' },
      conclusion: 'PROBLEMS',
      findings: [],
    }
    const error = await submit(id, faults, 'other-inspector').catch((thrown) => thrown)
    expect(
      error.issues.map((one: { field: string; code: string }) => [one.field, one.code]),
    ).toEqual([
      ['visitedOn', 'dateInFuture'],
      ['answers.team', 'sheetOptionUnknown'],
      ['answers.resident', 'sheetAnswer'],
      ['findings', 'checkFindingsMissing'],
    ])
    const measure = { findings: [{ ...finding, measureId: newId() }], conclusion: 'PROBLEMS' }
    expect(await status(submit(id, measure, 'other-inspector'))).toBe(422)
    // A village without a case is checked all the same.
    expect(await status(submit(id, {}, 'other-inspector'))).toBe(200)
  })

  test('is not for others: 404 out of scope, 403 where it is not theirs', async () => {
    const id = await assign('A.1.1', 'OPEN', ['other-inspector'])
    for (const who of ['inspector', 'township', 'helper', 'leader', 'admin']) {
      expect([who, await status(submit(id, {}, who))]).toEqual([who, 404])
    }
    expect(await status(submit(id, {}, 'office'))).toBe(403)
    expect(await status(submitSpotCheck(await world.viewer('B.office'), report(id)))).toBe(404)
  })
})

describe('conflicts of interest', () => {
  test('bar the assignment: whoever made the last check, serves there, or is responsible', async () => {
    const last = await assign('A.1.2', 'OPEN', ['other-inspector']).then(async (id) => {
      await submit(id, {}, 'other-inspector')
      return assign('A.1.2', 'OPEN', ['other-inspector']).catch((error) => error)
    })
    expect(last).toMatchObject({
      code: 'inspectorConflict',
      reasons: [{ code: 'conflictCheckedLast' }],
    })
    expect(await status(assign('A.1.2', 'OPEN', ['helper']))).toBe(404)
  })

  test('bar the submission when they have come about since', async () => {
    const id = await assign('A.1.3', 'OPEN', ['inspector'])
    await owner.query(
      `INSERT INTO appointments (id, county_id, user_id, organisation_id, role, from_on, confirmed_at)
       VALUES ($1, '450223', $2, $3, 'TOWNSHIP', '2026-03-01', now())`,
      [newId(), user('inspector'), world.organisations['A.township-1']],
    )
    const error = await submit(id).catch((thrown) => thrown)
    await owner.query(`DELETE FROM appointments WHERE user_id = $1 AND role = 'TOWNSHIP'`, [
      user('inspector'),
    ])
    expect(error).toMatchObject({ reasons: [{ code: 'conflictOwnTownship' }] })
    expect(await status(submit(id))).toBe(200)
  })
})

describe('recusal, replacement, calling off', () => {
  test('an inspector steps back and sees nothing more; the office names another', async () => {
    const caseId = await here.kaseOf('A.0.2')
    const id = await assign('A.0.2', 'OPEN', ['inspector'])
    await recuseFromCheck(await v('inspector'), { spotCheckId: id, version: 1, reason: '亲属在村' })
    expect(await status(readSpotCheck(await v('inspector'), id))).toBe(404)
    expect((await v('inspector')).bonds.some((bond) => bond.caseId === caseId)).toBe(false)
    const again = { spotCheckId: id, version: 2, reason: '换人' }
    const back = { ...again, inspectorIds: [user('inspector')] }
    expect(await status(reassignSpotCheck(await v('office'), back))).toBe(409)
    const other = { ...again, inspectorIds: [user('other-inspector')] }
    expect(await status(reassignSpotCheck(await v('township'), other))).toBe(404)
    await reassignSpotCheck(await v('office'), other)
    const { check, inspectors } = await readSpotCheck(await v('other-inspector'), id)
    expect([check.state, check.inspectorNames]).toEqual(['ASSIGNED', ['Aother-inspector']])
    expect(inspectors.map(({ releaseReason }) => releaseReason).sort()).toEqual(['', '亲属在村'])

    const off = { spotCheckId: id, version: 3, reason: '本轮调整' }
    await cancelSpotCheck(await v('office'), off)
    expect(await status(readSpotCheck(await v('other-inspector'), id))).toBe(404)
    expect(await status(submit(id, {}, 'other-inspector'))).toBe(404)
  })
})

const ask = (spotCheckId: string) => ({
  ...{ id: newId(), spotCheckId, what: '二季度收支明细', gap: '系统中只有一季度' },
})

describe('material', () => {
  test('is asked of the township, once under its id, and given by it', async () => {
    const id = await assign('A.0.3', 'OPEN', ['inspector'])
    const sent = ask(id)
    await requestMaterial(await v('inspector'), sent)
    await requestMaterial(await v('inspector'), sent)
    expect(await status(requestMaterial(await v('other-inspector'), ask(id)))).toBe(404)
    const [request] = await listMaterialRequests(await v('township'))
    expect(request).toMatchObject({ id: sent.id, state: 'ASKED', what: '二季度收支明细' })
    expect(await listMaterialRequests(await v('other-township'))).toEqual([])
    const given = { requestId: sent.id, version: 1, answer: '已上传。' }
    expect(await status(answerMaterial(await v('inspector'), given))).toBe(403)
    await answerMaterial(await v('township'), given)
    expect(await status(answerMaterial(await v('township'), { ...given, version: 2 }))).toBe(409)
  })
})
