import { beforeAll, describe, expect, test } from 'vitest'
import { readGate } from '@/lib/cases/gate-facts'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { editRecord, withdrawRecord } from '@/lib/records/change-commands'
import { addRecord } from '@/lib/records/commands'
import { addRecordInput } from '@/lib/records/schema'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { bind, caseAt, eventsOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
})

const opened = '2026-03-02'
const begin = async (village: string) =>
  (await caseAt(world, 'PLANNING', { village, on: opened })).caseId
const add = async (caseId: string, kind: string, detail: object, who = 'A.township') => {
  const sent = addRecordInput.parse({ id: newId(), caseId, kind, day: '2026-03-08', detail })
  await addRecord(await world.viewer(who), sent)
  return sent
}
const posts = async (village: string) =>
  (
    await owner.query(
      'SELECT id, title, holder_name FROM leading_posts WHERE village_id = $1 ORDER BY position',
      [world.villages[village]],
    )
  ).rows as { id: string; title: string; holder_name: string | null }[]
const postOf = async (village: string, title: string) =>
  (await posts(village)).find((post) => post.title === title)
const holds = async (village: string, title: string) => (await postOf(village, title))?.holder_name
const reserves = async (village: string) =>
  (
    await owner.query(
      'SELECT id, name FROM reserve_cadres WHERE village_id = $1 AND to_on IS NULL ORDER BY id',
      [world.villages[village]],
    )
  ).rows as { id: string; name: string }[]
const gateHolds = async (caseId: string) => {
  const viewer = await world.viewer('A.township')
  const gate = await read(viewer, (tx) =>
    readGate(tx, caseId, 'application', defaultRuleSet, viewer.today),
  )
  return gate.find(({ code }) => code === 'leadingTeam')?.state === 'holds'
}
const detailOf = async (id: string) =>
  (await owner.query('SELECT detail FROM work_records WHERE id = $1', [id])).rows[0]?.detail

describe('the leading team follows its records', () => {
  test('a secretary adjusted leaves and fills the post; the gate follows; who was there is kept', async () => {
    const caseId = await begin('A.0.0')
    expect(await gateHolds(caseId)).toBe(true)
    const sent = await add(caseId, 'SECRETARY_ADJUSTED', { reason: '年纪长、能力弱' })
    expect(await holds('A.0.0', 'SECRETARY')).toBeNull()
    expect(await gateHolds(caseId)).toBe(false)
    expect(await detailOf(sent.id)).toMatchObject({
      posts: [{ title: 'SECRETARY', before: '某0', after: null }],
    })
    await add(caseId, 'SECRETARY_ADJUSTED', { to: '覃某', reason: '补齐', filedOn: '2026-03-09' })
    expect(await holds('A.0.0', 'SECRETARY')).toBe('覃某')
    expect(await gateHolds(caseId)).toBe(true)
    const kinds = await eventsOf(world, 'A.0.0', caseId)
    expect(kinds.filter((kind) => kind === 'recordLogged')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === 'postHolderChanged')).toHaveLength(2)
  })

  test('reserves added fulfil the gate; one promoted leaves the list and holds the post', async () => {
    const caseId = await begin('A.0.1')
    await owner.query('DELETE FROM reserve_cadres WHERE village_id = $1', [world.villages['A.0.1']])
    expect(await gateHolds(caseId)).toBe(false)
    await add(caseId, 'RESERVE_ADDED', { name: '韦甲' })
    expect(await gateHolds(caseId)).toBe(false)
    await add(caseId, 'RESERVE_ADDED', { name: '韦乙' })
    expect(await gateHolds(caseId)).toBe(true)
    const [first] = await reserves('A.0.1')
    const promotion = { reserveId: first?.id, post: 'PUBLICITY_MEMBER' }
    const sent = await add(caseId, 'RESERVE_PROMOTED', promotion)
    expect((await reserves('A.0.1')).map(({ name }) => name)).toEqual(['韦乙'])
    expect(await holds('A.0.1', 'PUBLICITY_MEMBER')).toBe('韦甲')
    expect(await detailOf(sent.id)).toMatchObject({ reserve: '韦甲' })
    await expect(add(caseId, 'RESERVE_PROMOTED', promotion)).rejects.toMatchObject({
      issues: [{ field: 'detail.reserveId', code: 'invalidChoice' }],
    })
    const [second] = await reserves('A.0.1')
    // There is one secretary: the title is the post there is, and that one is held.
    const throne = { reserveId: second?.id, post: 'SECRETARY' }
    await expect(add(caseId, 'RESERVE_PROMOTED', throne)).rejects.toMatchObject({
      issues: [{ field: 'detail.post', code: 'postHeld', params: { name: '某0' } }],
    })
  })

  test('committee posts change by law: resigned, then filled by election; party posts are not theirs', async () => {
    const caseId = await begin('A.0.2')
    const director = await postOf('A.0.2', 'VILLAGE_DIRECTOR')
    const change = (how: string, post: unknown, name?: string) =>
      add(caseId, 'COMMITTEE_POST_CHANGED', { how, post, name })
    await expect(change('BY_ELECTION', director?.id, '覃某')).rejects.toMatchObject({
      issues: [{ field: 'detail.post', code: 'postHeld', params: { name: '某2' } }],
    })
    await change('RESIGNED', director?.id)
    expect(await holds('A.0.2', 'VILLAGE_DIRECTOR')).toBeNull()
    // Vacant since the same day: nobody holds it, so the day does not stand in the way.
    await change('BY_ELECTION', director?.id, '覃某')
    expect(await holds('A.0.2', 'VILLAGE_DIRECTOR')).toBe('覃某')
    const secretary = await postOf('A.0.2', 'SECRETARY')
    await expect(change('RECALLED', secretary?.id)).rejects.toMatchObject({
      issues: [{ field: 'detail.post', code: 'committeePostOnly' }],
    })
  })

  test('an election puts all elected on their posts, or none', async () => {
    const caseId = await begin('A.0.3')
    const [secretary, deputy, director] = await posts('A.0.3')
    const elected = [
      { post: secretary?.id, name: '某0' },
      { post: deputy?.id, name: '覃乙' },
      { post: 'VILLAGE_COMMITTEE_MEMBER', name: '覃丙' },
    ]
    await expect(
      add(caseId, 'ELECTION', { elected: [...elected, { post: newId(), name: '覃丁' }] }),
    ).rejects.toMatchObject({ issues: [{ field: 'detail.elected.3.post' }] })
    expect(await holds('A.0.3', 'DEPUTY_SECRETARY')).toBe('某1')
    await add(caseId, 'ELECTION', { elected })
    expect((await posts('A.0.3')).map((post) => post.holder_name)).toEqual([
      ...['某0', '覃乙', director?.holder_name, '覃丙'],
    ])
    await add(caseId, 'TEAM_MEMBER_ADDED', { post: 'DISCIPLINE_MEMBER', name: '覃戊' }, 'A.office')
    expect(await holds('A.0.3', 'DISCIPLINE_MEMBER')).toBe('覃戊')
  })

  test('what changed the village is not withdrawn; its words are corrected, its facts are not', async () => {
    const caseId = await begin('A.0.4')
    const sent = await add(caseId, 'SECRETARY_ADJUSTED', { to: '覃某', reason: '能力弱' })
    const township = await world.viewer('A.township')
    await expect(
      withdrawRecord(township, { recordId: sent.id, version: 1, reason: '登记错了' }),
    ).rejects.toMatchObject({ code: 'recordApplied' })
    await editRecord(township, {
      ...sent,
      recordId: sent.id,
      version: 1,
      text: '经县级联审',
      day: '2026-03-05',
      detail: { to: '别人', reason: '另写', documentNo: '' },
    } as never)
    const { rows } = await owner.query(
      'SELECT day::text, text, detail FROM work_records WHERE id = $1',
      [sent.id],
    )
    expect(rows[0]).toMatchObject({ day: '2026-03-08', text: '经县级联审', detail: { to: '覃某' } })
    expect(await holds('A.0.4', 'SECRETARY')).toBe('覃某')
  })

  test('a work team changes nothing of it, also past the rulebook', async () => {
    const caseId = await begin('A.0.5')
    await bind(world, 'A.0.5', caseId, 'WORK_TEAM')
    await expect(add(caseId, 'RESERVE_ADDED', { name: '覃某' }, 'A.team')).rejects.toMatchObject({
      status: 403,
    })
    expect(await reserves('A.0.5')).toHaveLength(2)
  })
})

describe('regulations and decisions', () => {
  const side = 'A.other-township'
  test('a regulation adopted replaces the one in force from its day', async () => {
    const caseId = await begin('A.1.0')
    const paper = { code: 'VILLAGE_FINANCE', document: '村发〔2026〕1号' }
    await add(caseId, 'REGULATION_ADOPTED', paper, side)
    const { rows } = await owner.query(
      `SELECT adopted_on::text, ended_on::text, document FROM regulations
       WHERE village_id = $1 AND code = 'VILLAGE_FINANCE' ORDER BY adopted_on`,
      [world.villages['A.1.0']],
    )
    expect(rows).toMatchObject([
      { ended_on: '2026-03-08' },
      { adopted_on: '2026-03-08', ended_on: null, document: '村发〔2026〕1号' },
    ])
    await expect(
      add(caseId, 'REGULATION_ADOPTED', { code: 'VILLAGE_FINANCE' }, side),
    ).rejects.toMatchObject({ issues: [{ field: 'day' }] })
  })

  test('four discussions below the line are refused with how many it takes, and leave nothing', async () => {
    const caseId = await begin('A.1.1')
    const decision = (votes: number, present = 20) => ({
      matter: '建晒谷场',
      branch: { day: '2026-03-03' },
      committees: { day: '2026-03-04' },
      members: { day: '2026-03-05', due: 30, present, votes },
      representatives: { due: 30, present: 20, votes: 11 },
    })
    await expect(add(caseId, 'FOUR_DISCUSSIONS', decision(15, 19), side)).rejects.toMatchObject({
      issues: [
        { field: 'detail.members.present', code: 'presenceBelowLine', params: { least: 20 } },
        { field: 'detail.members.votes', params: { least: 16 } },
      ],
    })
    expect(await eventsOf(world, 'A.1.1', caseId)).not.toContain('recordLogged')
    await add(caseId, 'FOUR_DISCUSSIONS', decision(16), side)
    expect(await eventsOf(world, 'A.1.1', caseId)).toContain('recordLogged')
  })
})
