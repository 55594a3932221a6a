import { beforeAll, describe, expect, test } from 'vitest'
import { applyForAcceptance, failTownship, passTownship } from '@/lib/acceptance/commands'
import { formTeam, saveScores } from '@/lib/acceptance/sheet-commands'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import {
  type AcceptedAt,
  acceptedAt,
  actor,
  freeMembers,
  onCase,
  openRound,
  sheet,
  teamUp,
} from '@/tests/support/case-accepted'
import { caseAt, eventsOf, stateOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
const { owner } = databaseOfThisFile()
beforeAll(async () => {
  world = await makeWorld()
})

const now = async (kase: AcceptedAt): Promise<AcceptedAt> => ({
  ...kase,
  ...(await stateOf(world, kase.village, kase.caseId)),
})
const events = (kase: AcceptedAt) => eventsOf(world, kase.village, kase.caseId)
const rounds = async (kase: AcceptedAt) =>
  read(await actor(world, kase, 'office'), (tx) =>
    tx.acceptance.findMany({
      where: { caseId: kase.caseId },
      orderBy: [{ level: 'asc' }, { round: 'asc' }],
      include: { scores: true },
    }),
  )

describe('applying for acceptance', () => {
  test('a case with work left is refused with every missing criterion', async () => {
    const bare = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
    const kase = { ...bare, village: 'A.0.0', on: '2026-03-10' }
    await expect(
      applyForAcceptance(await actor(world, kase, 'township'), onCase(kase)),
    ).rejects.toMatchObject({
      code: 'gateClosed',
      reasons: [
        { code: 'criterion.measuresDone' },
        { code: 'criterion.problemsVerified' },
        { code: 'criterion.slotsFilled' },
      ],
    })
    expect((await events(kase)).at(-1)).toBe('planApproved')
    expect(await rounds(kase)).toEqual([])
  })

  test('opens the township round with a light of ten working days', async () => {
    const kase = await acceptedAt(world, 'TOWNSHIP_ACCEPTANCE', { village: 'A.0.1' })
    expect(kase.stage).toBe('TOWNSHIP_ACCEPTANCE')
    const [round] = await rounds(kase)
    expect(round).toMatchObject({ level: 'TOWNSHIP', round: 1, status: 'OPEN', total: null })
    // Tue 10 March + 10 working days = Tue 24 March.
    expect(round?.redOn.toISOString().slice(0, 10)).toBe('2026-03-25')
    expect((await events(kase)).at(-1)).toBe('acceptanceApplied')
  })

  test('wrong role 403, out of scope 404, wrong stage 409, stale version 409', async () => {
    const kase = await acceptedAt(world, 'READY', { village: 'A.0.2' })
    const before = await events(kase)
    const input = onCase(kase)
    await expect(applyForAcceptance(await world.viewer('A.office'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(
      applyForAcceptance(await world.viewer('A.other-township'), input),
    ).rejects.toMatchObject({ status: 404 })
    await expect(applyForAcceptance(await world.viewer('A.helper'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(
      applyForAcceptance(await world.viewer('A.township'), { ...input, version: 1 }),
    ).rejects.toMatchObject({ status: 409, code: 'changedMeanwhile' })
    await expect(
      passTownship(await world.viewer('A.township'), { ...input, ...sheet() }),
    ).rejects.toMatchObject({ status: 409, code: 'wrongStage' })
    expect(await events(kase)).toEqual(before)
  })
})

describe('the township round', () => {
  let kase: AcceptedAt
  beforeAll(async () => {
    kase = await acceptedAt(world, 'TOWNSHIP_ACCEPTANCE', { village: 'A.0.3' })
  })

  test('needs a team of two with one leader, without the applicant', async () => {
    const viewer = await actor(world, kase, 'township-2')
    const round = await openRound(world, kase)
    await expect(passTownship(viewer, { ...onCase(kase), ...sheet() })).rejects.toMatchObject({
      code: 'teamTooSmall',
    })
    const alone = [{ name: '甲某', post: '', leads: false }]
    await expect(formTeam(viewer, { ...round, members: alone })).rejects.toMatchObject({
      issues: [
        { field: 'members', code: 'tooFew', params: { min: 2 } },
        { field: 'members', code: 'oneLeader' },
      ],
    })
    const twice = [true, false].map((leads) => ({ name: '甲某', post: '', leads }))
    await expect(formTeam(viewer, { ...round, members: twice })).rejects.toMatchObject({
      issues: [{ field: 'members', code: 'tooFew' }],
    })
    const withApplicant = [
      { name: '甲某', post: '', leads: true },
      { name: '申请人', post: '', userId: world.users['A.township'], leads: false },
    ]
    await expect(formTeam(viewer, { ...round, members: withApplicant })).rejects.toMatchObject({
      issues: [{ field: 'members.1.name', code: 'memberIsApplicant' }],
    })
    // A handover may leave two seats to one person.
    for (const _ of twice) {
      await owner.query(
        `INSERT INTO acceptance_members (id, acceptance_id, case_id, name) VALUES ($1, $2, $3, '乙某')`,
        [newId(), round.acceptanceId, kase.caseId],
      )
    }
    await expect(passTownship(viewer, { ...onCase(kase), ...sheet() })).rejects.toMatchObject({
      code: 'teamTooSmall',
    })
    await formTeam(viewer, { ...round, members: freeMembers })
    expect((await events(kase)).at(-1)).toBe('acceptanceTeamFormed')
    await expect(formTeam(viewer, { ...round, members: freeMembers })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
  })

  test('keeps an unfinished sheet, and refuses points off the sheet', async () => {
    const viewer = await actor(world, kase, 'township-2')
    const before = await events(kase)
    await saveScores(viewer, {
      ...(await openRound(world, kase)),
      scores: { duty: 7.5 },
      notes: { duty: '一次例会缺席' },
    })
    expect((await rounds(kase))[0]?.scores).toMatchObject([
      { code: 'duty', points: 7.5, maximum: 8, note: '一次例会缺席' },
    ])
    await expect(
      saveScores(viewer, {
        ...(await openRound(world, kase)),
        scores: { duty: 7.3, measures: 99, other: 1 },
        notes: {},
      }),
    ).rejects.toMatchObject({
      issues: [
        { field: 'scores.duty', code: 'scoreNotHalf' },
        { field: 'scores.measures', code: 'scoreOutOfRange' },
        { field: 'scores.other', code: 'scoreItemUnknown' },
      ],
    })
    expect(await events(kase)).toEqual(before)
  })

  test('is not the applicant’s to decide, nor the county office’s', async () => {
    const applicant = await actor(world, kase, 'township')
    const input = { ...onCase(kase), ...sheet() }
    await expect(passTownship(applicant, input)).rejects.toMatchObject({
      status: 403,
      code: 'ownWork',
    })
    await expect(
      failTownship(applicant, { ...onCase(kase), reason: '自己不能判' }),
    ).rejects.toMatchObject({ code: 'ownWork' })
    await expect(
      saveScores(applicant, { ...(await openRound(world, kase)), scores: {}, notes: {} }),
    ).rejects.toMatchObject({ code: 'ownWork' })
    await expect(passTownship(await actor(world, kase, 'office'), input)).rejects.toMatchObject({
      status: 403,
      code: 'forbidden',
    })
  })

  test('refuses an incomplete sheet by item, and a total below 70', async () => {
    const viewer = await actor(world, kase, 'township-2')
    const { duty: _, ...rest } = sheet().scores
    await expect(
      passTownship(viewer, { ...onCase(kase), scores: rest, notes: {} }),
    ).rejects.toMatchObject({ issues: [{ field: 'scores.duty', code: 'scoreMissing' }] })
    const low = Object.fromEntries(
      Object.entries(sheet().scores).map(([code, points]) => [code, points / 2]),
    )
    await expect(
      passTownship(viewer, { ...onCase(kase), scores: low, notes: {} }),
    ).rejects.toMatchObject({ code: 'scoreBelow', params: { total: 50, minScore: 70 } })
  })

  test('fails with a reason back to rectifying; a half-filled sheet gives no total', async () => {
    await failTownship(await actor(world, kase, 'township-2'), {
      ...onCase(kase),
      reason: '制度没有上墙',
    })
    expect((await now(kase)).stage).toBe('RECTIFYING')
    expect((await rounds(kase))[0]).toMatchObject({ status: 'FAILED', total: null, grade: '' })
    expect((await events(kase)).at(-1)).toBe('acceptanceFailed')
  })

  test('a second round passes with its grade and opens the county’s', async () => {
    await applyForAcceptance(await actor(world, kase, 'township'), onCase(await now(kase)))
    await teamUp(world, kase, 'TOWNSHIP')
    await passTownship(await actor(world, kase, 'township-2'), {
      ...onCase(await now(kase)),
      ...sheet(2.5),
    })
    const [, second, county] = await rounds(kase)
    expect(second).toMatchObject({ round: 2, status: 'PASSED', total: 97.5, grade: 'EXCELLENT' })
    expect(county).toMatchObject({ level: 'COUNTY', round: 1, status: 'OPEN' })
    expect((await now(kase)).stage).toBe('COUNTY_ACCEPTANCE')
  })

  test('what was decided is frozen, for the owner of the database too', async () => {
    const [first] = await rounds(kase)
    const frozen = 'a decided acceptance is frozen'
    const change = (sql: string) => owner.query(sql, [first?.id])
    await expect(
      change(`UPDATE acceptances SET total = 100, status = 'PASSED' WHERE id = $1`),
    ).rejects.toThrow(frozen)
    await expect(
      change('UPDATE acceptance_scores SET points = 8 WHERE acceptance_id = $1'),
    ).rejects.toThrow(frozen)
    await expect(change('DELETE FROM acceptance_members WHERE acceptance_id = $1')).rejects.toThrow(
      frozen,
    )
  })
})
