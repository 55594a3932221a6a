import { beforeAll, describe, expect, test } from 'vitest'
import { readGate } from '@/lib/cases/gate-facts'
import { pause } from '@/lib/cases/pause-commands'
import { readCaseCommitments } from '@/lib/commitments/case-queries'
import { draftCommitment } from '@/lib/commitments/commands'
import { listCommitments } from '@/lib/commitments/list-queries'
import { readCommitment } from '@/lib/commitments/queries'
import {
  acceptCommitment,
  editCommitment,
  evaluateCommitment,
  publishCommitment,
  reportCommitment,
  returnCommitment,
  withdrawCommitment,
} from '@/lib/commitments/step-commands'
import { readHome } from '@/lib/dashboards/home-queries'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { bind, caseAt, eventsOf, stateOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { carryCommitment, commitmentOf } from '@/tests/support/commitments'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
})

const who = (account: string, today?: string) => world.viewer(account, today)
const members = { level: 'MEMBER', position: 'ALL_MEMBERS', memberCount: 20 } as const
const ofTownship = { level: 'TOWNSHIP', position: 'TOWNSHIP_COMMITTEE' } as const
const note = { note: '' }
const reason = '写得太笼统'
const reported = { evidence: '已公开六次', evidenceOn: worldDay }
const kept = { result: 'KEPT', reason: '群众认可' } as const

async function drafted(village: string, change: object = {}, by = 'A.township') {
  const { caseId } = await caseAt(world, 'PLANNING', { village })
  await bind(world, village, caseId, 'WORK_TEAM')
  await bind(world, village, caseId, 'HELPER_UNIT')
  const sent = commitmentOf({ caseId, ...change })
  await draftCommitment(await who(by), sent)
  return { caseId, id: sent.id, sent }
}
const at = (commitmentId: string, version: number) => ({ commitmentId, version })
const stored = async (id: string) =>
  (await owner.query('SELECT * FROM commitments WHERE id = $1', [id])).rows[0]
const kindsOf = async (village: string, caseId: string) =>
  (await eventsOf(world, village, caseId)).filter((kind) => kind.startsWith('commitment'))

describe('the way of a commitment', () => {
  test('from draft to evaluation, each step an event, each by its own side', async () => {
    const { caseId, id } = await drafted('A.0.0', { personName: '韦明' }, 'A.team')
    await returnCommitment(await who('A.township'), { ...at(id, 1), reason })
    const content = commitmentOf({ caseId })
    await editCommitment(await who('A.team'), { ...content, ...at(id, 2) })
    await acceptCommitment(await who('A.office'), { ...at(id, 3), ...note })
    await publishCommitment(await who('A.team'), at(id, 4))
    await reportCommitment(await who('A.team'), { ...at(id, 5), ...reported })
    await evaluateCommitment(await who('A.township'), { ...at(id, 6), ...kept })
    expect(await stored(id)).toMatchObject({
      status: 'EVALUATED',
      result: 'KEPT',
      returns: 1,
      version: 7,
      village_id: world.villages['A.0.0'],
      township_id: '450223201',
    })
    expect(await kindsOf('A.0.0', caseId)).toEqual([
      'commitmentDrafted',
      'commitmentReturned',
      'commitmentChanged',
      'commitmentAccepted',
      'commitmentPublished',
      'commitmentCarriedOut',
      'commitmentEvaluated',
    ])
    // The person's name is in no event.
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM events WHERE details::text LIKE '%韦明%'`,
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  test('nobody judges their own work, and each level is judged by the one above', async () => {
    const { caseId, id } = await drafted('A.0.1')
    const accept = async (account: string, commitmentId = id) =>
      acceptCommitment(await who(account), { ...at(commitmentId, 1), ...note })
    await expect(accept('A.township')).rejects.toMatchObject({ status: 403, code: 'ownWork' })
    for (const account of ['A.team', 'A.helper', 'A.leader', 'A.inspector']) {
      const status = account === 'A.team' || account === 'A.helper' ? 403 : 404
      await expect(accept(account)).rejects.toMatchObject({ status })
    }
    for (const account of ['A.other-township', 'B.office']) {
      await expect(accept(account)).rejects.toMatchObject({ status: 404 })
    }
    await accept('A.township-2')
    const draft = async (change: object) => {
      const sent = commitmentOf({ caseId, ...change })
      await draftCommitment(await who('A.township'), sent)
      return sent.id
    }
    const [own, group] = [await draft(ofTownship), await draft(members)]
    await expect(accept('A.township-2', own)).rejects.toMatchObject({ status: 403 })
    await accept('A.office', own)
    await expect(accept('A.office', group)).rejects.toMatchObject({ status: 403 })
    await accept('A.township-2', group)
    // Who reported it does not evaluate it either, though somebody else entered it.
    await publishCommitment(await who('A.township'), at(id, 2))
    await reportCommitment(await who('A.township-2'), { ...at(id, 3), ...reported })
    await expect(
      evaluateCommitment(await who('A.township-2'), { ...at(id, 4), ...kept }),
    ).rejects.toMatchObject({ code: 'ownWork' })
    expect(await stored(id)).toMatchObject({ status: 'CARRIED_OUT', version: 4 })
  })

  test('drafting: the township and the resident team, its own level the township alone', async () => {
    const { caseId } = await drafted('A.0.2')
    const draft = async (account: string, change: object = {}) =>
      draftCommitment(await who(account), commitmentOf({ caseId, ...change }))
    await draft('A.team', members)
    for (const account of ['A.office', 'A.helper', 'A.unlinked-leader']) {
      await expect(draft(account)).rejects.toMatchObject({ status: 403 })
    }
    await expect(draft('A.team', ofTownship)).rejects.toMatchObject({ status: 403 })
    for (const account of ['A.other-township', 'A.other-helper', 'B.township']) {
      await expect(draft(account)).rejects.toMatchObject({ status: 404 })
    }
    await expect(draft('A.township', { dueOn: '2026-03-09' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(draft('A.township', { problemIds: [newId()] })).rejects.toMatchObject({
      status: 422,
    })
    const { version } = await stateOf(world, 'A.0.2', caseId)
    await pause(await who('A.office'), { caseId, version, reason: '换届' })
    await expect(draft('A.township')).rejects.toMatchObject({ code: 'casePaused' })
  })

  test('the same item sent ten times at once is stored once and answers the same', async () => {
    const { caseId } = await drafted('A.0.3')
    const sent = commitmentOf({ caseId })
    const township = await who('A.township')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => draftCommitment(township, sent)),
    )
    expect(answers).toEqual(Array(10).fill({ id: sent.id, version: 1 }))
    await expect(draftCommitment(township, { ...sent, text: '另一段话' })).rejects.toMatchObject({
      code: 'entrySentOtherwise',
    })
    await expect(draftCommitment(await who('A.team'), sent)).rejects.toMatchObject({
      code: 'entryIdTaken',
    })
  })

  test('withdrawn before its publication only; the version last seen decides', async () => {
    const { id, sent } = await drafted('A.0.4')
    await acceptCommitment(await who('A.office'), { ...at(id, 1), ...note })
    await expect(publishCommitment(await who('A.township'), at(id, 1))).rejects.toMatchObject({
      status: 409,
    })
    await publishCommitment(await who('A.township'), at(id, 2))
    await expect(
      withdrawCommitment(await who('A.township'), { ...at(id, 3), reason }),
    ).rejects.toMatchObject({ code: 'commitmentElsewhere' })
    await expect(
      editCommitment(await who('A.township'), { ...sent, ...at(id, 3) }),
    ).rejects.toMatchObject({ code: 'commitmentElsewhere' })
    // Nothing reported: not before its day, and then only broken.
    const evaluate = async (result: 'KEPT' | 'BROKEN', today: string) =>
      evaluateCommitment(await who('A.office', today), { ...at(id, 3), result, reason })
    await expect(evaluate('BROKEN', worldDay)).rejects.toMatchObject({ status: 409 })
    await expect(evaluate('KEPT', '2027-01-01')).rejects.toMatchObject({ status: 422 })
    await evaluate('BROKEN', '2027-01-01')
    expect(await stored(id)).toMatchObject({ status: 'EVALUATED', result: 'BROKEN' })
  })
})

describe('what is published', () => {
  test('never changes, not by the owner of the database either', async () => {
    const { rows } = await owner.query(
      `SELECT id FROM commitments WHERE status = 'EVALUATED' LIMIT 1`,
    )
    const open = await owner.query(
      `SELECT id FROM commitments WHERE status = 'CARRIED_OUT' LIMIT 1`,
    )
    for (const id of [rows[0].id, open.rows[0].id]) {
      for (const set of [
        `text = '改'`,
        `due_on = '2030-01-01'`,
        `position = 'ALL_MEMBERS'`,
        `status = 'DRAFTED'`,
        `published_on = NULL`,
        `evidence = '改'`,
      ]) {
        await expect(
          owner.query(`UPDATE commitments SET ${set} WHERE id = $1`, [id]),
        ).rejects.toThrow(/frozen/)
      }
      await expect(owner.query('DELETE FROM commitments WHERE id = $1', [id])).rejects.toThrow()
    }
  })

  test('a step of the other side is refused by the database too', async () => {
    const { id } = await drafted('A.0.5')
    const set = async (account: string, change: string) => {
      const viewer = await who(account)
      const { transaction } = await import('@/lib/db')
      return transaction(viewer, (tx) =>
        tx.commitment.updateMany({ where: { id }, data: { status: change as never } }),
      )
    }
    await expect(set('A.team', 'REVIEWED')).rejects.toThrow(/not this viewer/)
    await expect(set('A.office', 'WITHDRAWN')).rejects.toThrow(/not this viewer/)
    expect(await set('A.helper', 'WITHDRAWN')).toEqual({ count: 0 })
  })
})

describe('the gate', () => {
  test('asks for every published commitment and for one of the secretary', async () => {
    const village = 'A.1.0'
    const { caseId } = await caseAt(world, 'PLANNING', { village })
    const missing = async () => {
      const items = await read(await who('A.office'), (tx) =>
        readGate(tx, caseId, 'countyPass', defaultRuleSet, worldDay),
      )
      return items.find(({ code }) => code === 'commitments')
    }
    expect(await missing()).toMatchObject({
      state: 'missing',
      fix: 'commitments',
      missing: [{ code: 'noSecretaryCommitment' }],
    })
    await carryCommitment(world, { caseId }, { village })
    expect(await missing()).toMatchObject({ state: 'holds', params: { total: 1 } })
    await carryCommitment(world, { caseId, ...ofTownship }, { village, until: 'PUBLISHED' })
    expect(await missing()).toMatchObject({
      state: 'missing',
      missing: [{ code: 'commitmentOpen', params: { position: 'TOWNSHIP_COMMITTEE' } }],
    })
  })
})

describe('reading', () => {
  test('where the records of the case are open; lists, page and home alike', async () => {
    const village = 'A.1.1'
    const { caseId } = await caseAt(world, 'PLANNING', { village })
    const sent = commitmentOf({ caseId })
    await draftCommitment(await who('A.other-township'), sent)
    const ids = async (account: string) =>
      (await listCommitments(await who(account), { case: caseId })).commitments.map(({ id }) => id)
    expect(await ids('A.office')).toEqual([sent.id])
    expect(await ids('A.other-township-2')).toEqual([sent.id])
    expect(await ids('A.township')).toEqual([])
    expect(await ids('A.leader')).toEqual([])
    await expect(listCommitments(await who('A.admin'), {})).rejects.toMatchObject({ status: 403 })
    for (const account of ['A.township', 'A.team', 'B.office']) {
      await expect(readCommitment(await who(account), sent.id)).rejects.toMatchObject({
        status: 404,
      })
      await expect(readCaseCommitments(await who(account), caseId)).rejects.toMatchObject({
        status: 404,
      })
    }
    const waits = async (account: string) =>
      (await readHome(await who(account))).queue.filter(({ key }) => key === sent.id)
    expect(await waits('A.office')).toMatchObject([{ verb: 'reviewCommitment' }])
    expect(await waits('A.other-township-2')).toMatchObject([{ verb: 'reviewCommitment' }])
    expect(await waits('A.other-township')).toEqual([])
    expect((await readCommitment(await who('A.other-township'), sent.id)).ownWork).toBe(true)
  })
})
