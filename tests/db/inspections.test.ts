import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '@/lib/db'
import { assignDraw, replaceVillage } from '@/lib/draws/assign-commands'
import { abandonDraw, freezeDraw, makeDraw, seedDraw } from '@/lib/draws/commands'
import { readList, sha256 } from '@/lib/draws/list'
import { exportDraw, readDraw } from '@/lib/draws/queries'
import { recompute } from '@/lib/draws/recompute'
import { verifyDraw } from '@/lib/draws/verify'
import { newId } from '@/lib/ids'
import {
  cancelRound,
  changeRound,
  endRound,
  pickVillage,
  planRound,
  publishRound,
} from '@/lib/inspections/commands'
import { listRounds, readRound } from '@/lib/inspections/queries'
import { changeRoundInput } from '@/lib/inspections/schema'
import { cancelSpotCheck } from '@/lib/spot-checks/commands'
import { submitSpotCheck } from '@/lib/spot-checks/report-commands'
import { submitCheckInput } from '@/lib/spot-checks/schema'
import { databaseOfThisFile } from '@/tests/support/database'
import { addInspectors, later, planOf, roundsOf, source } from '@/tests/support/rounds'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
const { user, office, codeOf, round, freezing, bound, drawn } = roundsOf(() => world)

beforeAll(async () => {
  world = await makeWorld()
  await addInspectors(world)
})

const eventsOf = async (roundId: string) =>
  (
    await owner.query(`SELECT kind FROM events WHERE chain = $1 ORDER BY seq`, [`round:${roundId}`])
  ).rows.map(({ kind }) => kind)

describe('a draw', () => {
  test('is frozen, seeded, drawn and recomputed; every step is an event of its round', async () => {
    const roundId = await round()
    const { drawId } = await freezeDraw(await office(), freezing(roundId))
    const frozen = await exportDraw(await office(), drawId)
    expect(frozen).toMatchObject({ random: null, seed: null, result: [] })
    expect(sha256(frozen.list)).toBe(frozen.listSha256)
    expect(readList(frozen.list).villages).toHaveLength(12)
    await seedDraw(await office(), { drawId, version: 1, ...source })
    await makeDraw(await office(later), { drawId, version: 2, publicNumber: '03 08 15' })
    const done = await exportDraw(await office(), drawId)
    expect(done.listSha256).toBe(frozen.listSha256)
    expect(done.result).toHaveLength(4)
    expect(recompute(done).every(({ holds }) => holds === true)).toBe(true)
    const lines: string[] = []
    expect(await verifyDraw(drawId, (line) => lines.push(line))).toBe(true)
    expect(lines.filter((line) => line.startsWith('HOLDS'))).toHaveLength(5)
    expect(await eventsOf(roundId)).toEqual([
      'roundPlanned',
      'drawFrozen',
      'drawSeeded',
      'drawMade',
    ])
  })

  test('a public number before its day, of today, or without a list is refused', async () => {
    const { drawId } = await freezeDraw(await office(), freezing(await round()))
    const early = { drawId, version: 1, ...source, publicOn: worldDay }
    await expect(seedDraw(await office(), early)).rejects.toMatchObject({
      issues: [{ field: 'publicOn', code: 'publicDayLater' }],
    })
    const number = { drawId, version: 1, publicNumber: '12345' }
    await expect(makeDraw(await office(later), number)).rejects.toMatchObject({
      code: 'drawElsewhere',
    })
    await seedDraw(await office(), { drawId, version: 1, ...source })
    await expect(makeDraw(await office(), { ...number, version: 2 })).rejects.toMatchObject({
      code: 'publicNumberEarly',
    })
  })

  test('drawing twice at once draws once', async () => {
    const { drawId } = await freezeDraw(await office(), freezing(await round()))
    const seeding = async () => seedDraw(await office(), { drawId, version: 1, ...source })
    const seeds = await Promise.allSettled([seeding(), seeding(), seeding()])
    expect(seeds.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const drawing = async (publicNumber: string) =>
      makeDraw(await office(later), { drawId, version: 2, publicNumber })
    const both = await Promise.allSettled([drawing('11111'), drawing('22222')])
    const lost = both.filter((one) => one.status === 'rejected')
    expect(lost.map(({ reason }) => reason.code)).toEqual(['drawMovedOn'])
  })

  test('is kept when it is drawn again, with the reasons', async () => {
    const roundId = await round()
    const first = await drawn(roundId)
    await expect(freezeDraw(await office(), freezing(roundId))).rejects.toMatchObject({
      code: 'drawStands',
    })
    await abandonDraw(await office(later), { drawId: first, version: 3, reason: '名单漏列一村' })
    await expect(freezeDraw(await office(later), freezing(roundId))).rejects.toMatchObject({
      issues: [{ field: 'reason' }],
    })
    await freezeDraw(await office(later), freezing(roundId, { reason: '补列后重抽' }))
    const { round: now } = await readRound(await office(), roundId)
    expect(now.draws.map(({ number, state }) => [number, state])).toEqual([
      [1, 'ABANDONED'],
      [2, 'FROZEN'],
    ])
    expect((await exportDraw(await office(), first)).result).toHaveLength(4)
  })

  test('nothing of it can be changed in the database', async () => {
    const drawId = await drawn(await round())
    for (const set of [
      `list = list || ' '`,
      `random = repeat('0', 64)`,
      `public_number = '1'`,
      `result = '[]'`,
      `state = 'FROZEN'`,
      `replacements = '[]', public_on = public_on + 1`,
    ]) {
      await expect(
        owner.query(`UPDATE draws SET ${set} WHERE id = $1`, [drawId]),
        set,
      ).rejects.toThrow()
    }
  })
})

describe('inspectors', () => {
  test('declared and own townships are excluded; without a free pair the list is not frozen', async () => {
    const roundId = await round()
    await expect(
      freezeDraw(await office(), freezing(roundId, { inspectors: bound('450223201', 3) })),
    ).rejects.toMatchObject({ code: 'noPairFree', params: { count: 6 } })
    const drawId = await drawn(roundId, { inspectors: bound('450223201', 2) })
    const { list, draw } = await readDraw(await office(), drawId)
    const towns = new Map(list.villages.map(({ code, townshipId }) => [code, townshipId]))
    const { result } = await exportDraw(await office(), draw.id)
    for (const { code, inspectors: pair } of result) {
      if (towns.get(code) === '450223201') expect(pair.toSorted()).toEqual(['I03', 'I04'])
    }
  })

  test('somebody who is no inspector, or named twice, is refused by the row', async () => {
    const roundId = await round()
    const given = [user('inspector'), user('township'), user('inspector')]
    await expect(
      freezeDraw(
        await office(),
        freezing(roundId, { inspectors: given.map((userId) => ({ userId })) }),
      ),
    ).rejects.toMatchObject({
      issues: [{ field: 'inspectors.1.userId' }, { field: 'inspectors.2.userId' }],
    })
  })
})

describe('assigning', () => {
  test('gives the checks to those drawn, shuts the sheet, and replaces only what was called off', async () => {
    const roundId = await round({ method: 'COVERT' })
    const drawId = await drawn(roundId)
    const dueOn = '2026-04-30'
    await assignDraw(await office(later), { drawId, version: 3, dueOn })
    await expect(
      assignDraw(await office(later), { drawId, version: 4, dueOn }),
    ).rejects.toMatchObject({ code: 'drawAssigned' })
    const found = await readRound(await office(later), roundId)
    expect(found.checks).toHaveLength(4)
    expect(found.round.state).toBe('UNDERWAY')
    const change = { roundId, version: found.round.version, ...planOf() }
    await expect(
      changeRound(await office(later), changeRoundInput.parse(change)),
    ).rejects.toMatchObject({ code: 'roundElsewhere' })
    await expect(
      endRound(await office(later), { roundId, version: found.round.version, note: '' }),
    ).rejects.toMatchObject({ code: 'roundChecksOpen', params: { count: 4 } })
    const out = found.checks[0]
    const code = out?.village.code ?? ''
    const replacing = { drawId, version: 4, code, reason: '道路塌方', dueOn }
    await expect(replaceVillage(await office(later), replacing)).rejects.toMatchObject({
      code: 'cancelCheckFirst',
    })
    await cancelSpotCheck(await office(later), {
      spotCheckId: out?.id ?? '',
      version: 1,
      reason: '道路塌方',
    })
    await replaceVillage(await office(later), replacing)
    const after = await exportDraw(await office(), drawId)
    expect(after.replacements).toMatchObject([{ out: code, reason: '道路塌方' }])
    expect(recompute(after).every(({ holds }) => holds === true)).toBe(true)
    const { checks } = await readRound(await office(later), roundId)
    expect(checks.filter(({ state }) => state === 'ASSIGNED')).toHaveLength(4)
  })

  test('an inspector reads the round but not where else it goes; nobody else knows of it', async () => {
    const roundId = await round({ method: 'COVERT', title: '暗访' })
    const drawId = await drawn(roundId)
    await assignDraw(await office(later), { drawId, version: 3, dueOn: '2026-04-30' })
    const inspector = await world.viewer('A.inspector')
    const { round: seen, steps, checks } = await readRound(inspector, roundId)
    expect([seen.draws, steps]).toEqual([[], []])
    expect(checks.length).toBeGreaterThan(0)
    for (const { inspectorNames } of checks) expect(inspectorNames).toContain('Ainspector')
    await expect(exportDraw(inspector, drawId)).rejects.toMatchObject({ status: 404 })
    for (const who of ['A.township', 'A.helper', 'A.team', 'B.office']) {
      const viewer = await world.viewer(who)
      const { rounds } = await listRounds(viewer, {})
      expect(rounds.map(({ id }) => id)).not.toContain(roundId)
      await expect(readRound(viewer, roundId)).rejects.toMatchObject({ status: 404 })
      const bare = await read(viewer, (tx) => tx.inspectionRound.count({ where: { id: roundId } }))
      expect(bare + (await read(viewer, (tx) => tx.draw.count({ where: { id: drawId } })))).toBe(0)
    }
    await expect(listRounds(await world.viewer('A.admin'), {})).rejects.toMatchObject({
      status: 403,
    })
    await expect(planRound(inspector, planOf())).rejects.toMatchObject({ status: 403 })
  })
})

describe('a village named by hand', () => {
  test('needs a reason and two inspectors without a conflict, and is checked once', async () => {
    const roundId = await round()
    const picked = {
      roundId,
      version: 1,
      villageCode: await codeOf('A.0.5'),
      reason: '信访反映集中',
      inspectorIds: [user('inspector-3'), user('inspector-4')],
      dueOn: '2026-03-31',
    }
    await expect(
      pickVillage(await office(), { ...picked, inspectorIds: [user('inspector'), user('office')] }),
    ).rejects.toMatchObject({ status: 404 })
    await pickVillage(await office(), picked)
    await expect(pickVillage(await office(), { ...picked, version: 2 })).rejects.toMatchObject({
      code: 'villageInRound',
    })
    const { round: now, checks } = await readRound(await office(), roundId)
    expect(now.picks).toMatchObject([{ reason: '信访反映集中' }])
    const [check] = checks
    await submit(check?.id ?? '')
    await endRound(await office(), { roundId, version: now.version, note: '' })
    // Whoever checked it last does not check it again.
    const next = { ...picked, roundId: await round() }
    await expect(pickVillage(await office(), next)).rejects.toMatchObject({
      code: 'inspectorConflict',
    })
    const frozen = await freezeDraw(await office(), freezing(next.roundId))
    const { list } = await readDraw(await office(), frozen.drawId)
    expect(list.inspectors.map(({ conflicts }) => conflicts)).toEqual([
      [],
      [],
      [picked.villageCode],
      [picked.villageCode],
    ])
  })
})

describe('opening a round', () => {
  test('lets the county recompute it, but never a list that tells which villages are listed', async () => {
    const roundId = await round()
    const drawId = await drawn(roundId)
    await abandonDraw(await office(later), { drawId, version: 3, reason: '改为指定' })
    await cancelRound(await office(later), { roundId, version: 1, reason: '防汛' })
    await publishRound(await office(later), { roundId, version: 2 })
    const township = await world.viewer('A.township', later)
    expect(recompute(await exportDraw(township, drawId)).every(({ holds }) => holds)).toBe(true)
    await expect(exportDraw(await world.viewer('B.office'), drawId)).rejects.toMatchObject({
      status: 404,
    })
    const telling = await round({ scope: 'WITHOUT_CASE' })
    await cancelRound(await office(), { roundId: telling, version: 1, reason: '防汛' })
    await expect(
      publishRound(await office(), { roundId: telling, version: 2 }),
    ).rejects.toMatchObject({ code: 'roundTellsCases' })
    await expect(
      owner.query(`UPDATE inspection_rounds SET published_on = now() WHERE id = $1`, [telling]),
    ).rejects.toThrow()
  })
})

async function submit(spotCheckId: string) {
  const given = submitCheckInput.parse({
    id: newId(),
    spotCheckId,
    visitedOn: worldDay,
    conclusion: 'NO_PROBLEM',
    answers: { q1: 'yes' },
    summary: '现场查看，未发现问题。',
    findings: [],
  })
  await submitSpotCheck(await world.viewer('A.inspector-3'), given)
}
