import { beforeAll, describe, expect, test } from 'vitest'
import { createBatch } from '@/lib/batches/commands'
import { annul } from '@/lib/cases/annul-commands'
import { propose } from '@/lib/cases/commands'
import { enterHistorical } from '@/lib/cases/historical-commands'
import { toDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { bind, caseAt, eventsOf, stateOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
const decision = {
  body: '部务会',
  decidedOn: worldDay,
  documentNo: '鹿组〔2026〕9号',
  result: '同意',
}

const office = (day = worldDay) => world.viewer('A.office', day)

async function rowOf(caseId: string) {
  return read(await office(), (tx) =>
    tx.case.findUniqueOrThrow({
      where: { id: caseId },
      include: {
        assignments: true,
        decisions: true,
        closures: true,
        followUps: true,
      },
    }),
  )
}

async function lastEvent(caseId: string, kind: string) {
  return read(await office(), (tx) =>
    tx.event.findFirstOrThrow({ where: { caseId, kind }, orderBy: { seq: 'desc' } }),
  )
}

beforeAll(async () => {
  world = await makeWorld()
})

describe('annulling', () => {
  test('a confirmation: the case is unlisted, nobody is bound to it any more', async () => {
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.1.2' })
    await bind(world, 'A.1.2', caseId, 'HELPER_UNIT')
    const { version } = await stateOf(world, 'A.1.2', caseId)
    await annul(await office(), { caseId, version, reason: '认定有误', decision })
    const row = await rowOf(caseId)
    expect(row).toMatchObject({ stage: 'NOT_CONFIRMED', batchId: null })
    expect(row.assignments.map((one) => one.toOn && toDay(one.toOn))).toEqual([worldDay])
    expect(row.decisions.filter((one) => one.purpose === 'ANNULMENT')).toHaveLength(1)
    const kinds = await eventsOf(world, 'A.1.2', caseId)
    expect(kinds.slice(-2)).toEqual(['assignmentEnded', 'caseAnnulled'])
    expect((await lastEvent(caseId, 'caseAnnulled')).details).toMatchObject({
      reason: '认定有误',
      changes: { stage: ['PLANNING', 'NOT_CONFIRMED'] },
    })
  })

  test('a closing: the case consolidates again, its record stays and says so', async () => {
    const caseId = await closed('A.1.3')
    const { version } = await stateOf(world, 'A.1.3', caseId)
    await annul(await office(), { caseId, version, reason: '销号有误', decision })
    const row = await rowOf(caseId)
    expect(row).toMatchObject({ stage: 'CONSOLIDATING', closedOn: null, readableUntil: null })
    expect(row.closures.map((one) => one.annulledOn && toDay(one.annulledOn))).toEqual([worldDay])
    expect(row.followUps.map((one) => one.doneOn)).toEqual([null])
    expect((await lastEvent(caseId, 'caseAnnulled')).details).toMatchObject({
      changes: { stage: ['CLOSED', 'CONSOLIDATING'], closedOn: [worldDay, null] },
    })
  })

  test('not while the village is open again', async () => {
    const caseId = await closed('A.1.4')
    const { version } = await stateOf(world, 'A.1.4', caseId)
    await propose(await world.viewer('A.other-township'), {
      villageId: world.villages['A.1.4'] ?? '',
      proposal: '',
      findings: [{ kindId: world.kinds[0] ?? '', title: '反弹', cause: '', evidence: '' }],
      relapse: 'yes',
    })
    await expect(
      annul(await office(), { caseId, version, reason: '销号有误', decision }),
    ).rejects.toMatchObject({ code: 'villageHasOpenCase' })
    expect((await rowOf(caseId)).decisions.some((one) => one.purpose === 'ANNULMENT')).toBe(false)
  })

  test('wrong stage 409, wrong role 403, outside the scope 404', async () => {
    const rectifying = await caseAt(world, 'RECTIFYING', { village: 'B.0.0' })
    const input = {
      caseId: rectifying.caseId,
      version: rectifying.version,
      reason: '有误',
      decision,
    }
    await expect(annul(await world.viewer('B.office'), input)).rejects.toMatchObject({
      code: 'wrongStage',
    })
    await expect(annul(await world.viewer('B.township'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(annul(await office(), input)).rejects.toMatchObject({ status: 404 })
    expect(await eventsOf(world, 'B.0.0', rectifying.caseId)).not.toContain('caseAnnulled')
  })

  /** A case closed on `worldDay` with its record and one follow-up, put there as the owner. */
  async function closed(village: string): Promise<string> {
    const { caseId } = await caseAt(world, 'RECTIFYING', { village })
    await owner.query(
      `UPDATE cases SET stage = 'CLOSED', closed_on = $2, readable_until = '2027-03-10' WHERE id = $1`,
      [caseId, worldDay],
    )
    await owner.query(
      `INSERT INTO closures (id, case_id, number, basis, closed_on, signers, criteria)
       VALUES ($1, $2, $3, '部务会', $4, '[]', '[]')`,
      [newId(), caseId, village, worldDay],
    )
    await owner.query(
      `INSERT INTO follow_ups (id, case_id, month, due_on, yellow_on, red_on)
       VALUES ($1, $2, 3, '2026-06-10', '2026-06-05', '2026-06-11')`,
      [newId(), caseId],
    )
    return caseId
  }
})

describe('historical cases', () => {
  const input = () => ({
    villageId: world.villages['B.1.0'] ?? '',
    batchId: '',
    sourceDocument: '象组通〔2015〕12号',
    confirmedOn: '2014-05-01',
    closedOn: '2015-02-01',
    proposal: '',
    findings: [{ kindId: world.kinds[0] ?? '', title: '班子缺员', cause: '', evidence: '' }],
  })
  let batchId: string

  beforeAll(async () => {
    batchId = await createBatch(await world.viewer('B.office'), {
      number: 20,
      name: '2014年批次',
      year: 2014,
      startOn: '2014-03-01',
      targetEndOn: '2014-12-31',
      ruleSetId: world.ruleSets.B,
    })
  })

  test('are entered closed, with their source, and counted in their batch', async () => {
    const viewer = await world.viewer('B.office')
    const caseId = await enterHistorical(viewer, { ...input(), batchId })
    const row = await read(viewer, (tx) =>
      tx.case.findUniqueOrThrow({ where: { id: caseId }, include: { problems: true } }),
    )
    expect(row).toMatchObject({
      stage: 'CLOSED',
      origin: 'HISTORICAL',
      sourceDocument: '象组通〔2015〕12号',
      batchId,
    })
    expect([row.confirmedOn, row.closedOn].map((day) => day && toDay(day))).toEqual([
      '2014-05-01',
      '2015-02-01',
    ])
    expect(row.problems).toMatchObject([{ status: 'VERIFIED', verifiedById: null }])
    expect(await eventsOf(world, 'B.1.0', caseId)).toEqual(['historicalCaseEntered'])
    await expect(enterHistorical(viewer, { ...input(), batchId })).rejects.toMatchObject({
      code: 'villageInBatch',
    })
  })

  test('entered in error they are unlisted, never consolidating', async () => {
    const viewer = await world.viewer('B.office')
    const caseId = await enterHistorical(viewer, {
      ...input(),
      villageId: world.villages['B.1.1'] ?? '',
      batchId,
    })
    await annul(viewer, { caseId, version: 1, reason: '补录有误', decision })
    expect((await stateOf(world, 'B.1.1', caseId)).stage).toBe('NOT_CONFIRMED')
  })

  test('future dates, other counties and other roles are refused', async () => {
    const viewer = await world.viewer('B.office')
    await expect(
      enterHistorical(viewer, { ...input(), batchId, closedOn: '2030-01-01' }),
    ).rejects.toMatchObject({ issues: [{ field: 'closedOn', code: 'dateInFuture' }] })
    await expect(enterHistorical(await office(), { ...input(), batchId })).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      enterHistorical(await world.viewer('B.other-township'), { ...input(), batchId }),
    ).rejects.toMatchObject({ status: 403 })
    await transaction(viewer, async (tx) => {
      expect(await tx.case.count({ where: { batchId } })).toBe(1)
    })
  })
})
