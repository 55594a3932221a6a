import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { cast, castMany, readBallot } from '@/lib/surveys/cast'
import { closeRound, publishRound } from '@/lib/surveys/close-commands'
import { changeRound, openRound } from '@/lib/surveys/commands'
import { issueTokens, voidIssue } from '@/lib/surveys/issue-commands'
import { settlePaper, typePaper } from '@/lib/surveys/paper-commands'
import { changeSurveyInput } from '@/lib/surveys/schema'
import { hashToken, makeToken } from '@/lib/surveys/token'
import { caseAt, eventsOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { all, closingOf, issuedRound, roundOf } from '@/tests/support/surveys'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
})

const who = (account: string, today?: string) => world.viewer(account, today)
const today = worldDay
const caseOf = async (village: string) => (await caseAt(world, 'RECTIFYING', { village })).caseId
const count = async (table: string, surveyId: string) =>
  (await owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE survey_id = $1`, [surveyId]))
    .rows[0].n
const result = async (surveyId: string) =>
  (await owner.query('SELECT * FROM survey_results WHERE survey_id = $1', [surveyId])).rows[0]

describe('a token', () => {
  test('counts once, of fifty replays at once', async () => {
    const { surveyId, tokens } = await issuedRound(await who('A.office'), {
      caseId: await caseOf('A.0.0'),
    })
    const [token = ''] = tokens
    const answers = await Promise.all(Array.from({ length: 50 }, () => cast(token, all(1), today)))
    const how = Map.groupBy(answers, ({ is }) => is)
    expect([how.get('cast')?.length, how.get('used')?.length]).toEqual([1, 49])
    expect(await count('held_ballots', surveyId)).toBe(1)
  })

  test('is stored hashed only, and typed in by hand in any spelling', async () => {
    const { tokens } = await issuedRound(await who('A.office'), { caseId: await caseOf('A.0.1') })
    const [token = ''] = tokens
    expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    const { rows } = await owner.query('SELECT to_jsonb(t)::text AS row FROM survey_tokens t')
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
    expect(rows.some(({ row }) => row.includes(hashToken(token)))).toBe(true)
    const typed =
      token
        .toLowerCase()
        .replaceAll('0', 'o')
        .match(/.{1,5}/g)
        ?.join('-') ?? ''
    expect(await readBallot(typed, today)).toMatchObject({
      is: 'open',
      village: expect.any(String),
    })
  })

  test('guessed, malformed, voided or of a closed round opens nothing', async () => {
    const office = await who('A.office')
    const caseId = await caseOf('A.0.2')
    const { surveyId, tokens } = await issuedRound(office, { caseId, due: 12 })
    expect(await readBallot(makeToken(), today)).toEqual({ is: 'unknown' })
    expect(await cast(makeToken(), all(1), today)).toEqual({ is: 'unknown' })
    for (const bad of ['', 'x', `${tokens[0]}0`, "' OR 1=1 --", '\u0000'.repeat(26)]) {
      expect(await cast(bad, all(1), today)).toEqual({ is: 'unknown' })
    }
    await cast(tokens[0] ?? '', all(1), today)
    expect(await readBallot(tokens[1] ?? '', '2026-12-31')).toEqual({ is: 'closed' })
    await closeRound(office, closingOf(surveyId, { present: 12 }))
    expect(await readBallot(tokens[1] ?? '', today)).toEqual({ is: 'closed' })
    expect(await cast(tokens[1] ?? '', all(1), today)).toEqual({ is: 'closed' })
    // Who had answered is forgotten too.
    expect(await readBallot(tokens[0] ?? '', today)).toEqual({ is: 'closed' })
    const { rows } = await owner.query(
      'SELECT count(*)::int AS n FROM ballots WHERE survey_id = $1',
      [surveyId],
    )
    expect(rows[0].n).toBe(1)
  })

  test('answers its own round alone, and only the wording it showed', async () => {
    const office = await who('A.office')
    const one = await issuedRound(office, { caseId: await caseOf('A.0.3') })
    const other = await issuedRound(office, { caseId: await caseOf('A.1.0') })
    await cast(one.tokens[0] ?? '', all(3), today)
    expect(await count('held_ballots', other.surveyId)).toBe(0)
    const stale = { ...all(1), questions: 'another wording' }
    expect(await cast(other.tokens[0] ?? '', stale, today)).toMatchObject({ is: 'changed' })
    expect(
      await cast(other.tokens[0] ?? '', { answers: [1, 1, 1, 1, 1, 1], wish: '' }, today),
    ).toMatchObject({ is: 'changed' })
    expect(await cast(other.tokens[0] ?? '', all(9), today)).toMatchObject({ is: 'wrong' })
    expect(await cast(other.tokens[0] ?? '', all(0), today)).toMatchObject({ is: 'empty' })
    expect(await cast(other.tokens[0] ?? '', all(1), today)).toEqual({ is: 'cast' })
  })
})

describe('a round', () => {
  test('is worded freely until the first answer, and frozen afterwards', async () => {
    const office = await who('A.office')
    const { surveyId, tokens } = await issuedRound(office, { caseId: await caseOf('A.1.1') })
    const changed = (version: number, first: string) =>
      changeSurveyInput.parse({
        ...{ surveyId, version, due: 30, endsOn: '2026-12-31' },
        questions: [first, '对村班子的总体评价'],
      })
    await changeRound(office, changed(2, '办事公道'))
    await cast(tokens[0] ?? '', { answers: [1, 1], wish: '' }, today)
    await expect(changeRound(office, changed(3, '又改'))).rejects.toMatchObject({
      code: 'questionsFrozen',
    })
    await expect(
      owner.query(`UPDATE surveys SET questions = '{x}' WHERE id = $1`, [surveyId]),
    ).rejects.toThrow(/frozen/)
  })

  test('never names the label, and asks no more people than are due', async () => {
    const office = await who('A.office')
    const caseId = await caseOf('A.1.2')
    const named = (line: string) =>
      changeSurveyInput.safeParse({
        ...{ surveyId: newId(), version: 1, due: 30, endsOn: '2026-12-31', questions: [line] },
      }).success
    expect(named('软弱涣散整顿情况')).toBe(false)
    expect(named('对村班子的总体评价')).toBe(true)
    const { surveyId } = await issuedRound(office, { caseId, due: 12 })
    await expect(
      issueTokens(office, { surveyId, issueId: newId(), channel: 'LINKS', count: 1 }),
    ).rejects.toMatchObject({ code: 'moreThanDue' })
    await expect(openRound(office, roundOf({ caseId }))).rejects.toMatchObject({
      code: 'surveyOpenAlready',
    })
  })

  test('issues a lot once, and voids it only while nobody has used any of it', async () => {
    const office = await who('A.office')
    const surveyId = await openRound(office, roundOf({ caseId: await caseOf('A.1.3'), due: 40 }))
    const lot = { surveyId, issueId: newId(), channel: 'SLIPS', count: 10 } as const
    const { tokens } = await issueTokens(office, lot)
    await expect(issueTokens(office, lot)).rejects.toMatchObject({ code: 'issuedAlready' })
    await voidIssue(office, { surveyId, issueId: lot.issueId, reason: '印错' })
    expect(await readBallot(tokens[0] ?? '', today)).toEqual({ is: 'unknown' })
    const again = await issueTokens(office, { ...lot, issueId: newId() })
    await cast(again.tokens[0] ?? '', all(1), today)
    const { rows } = await owner.query(
      'SELECT id FROM survey_issues WHERE survey_id = $1 AND voided_on IS NULL',
      [surveyId],
    )
    await expect(
      voidIssue(office, { surveyId, issueId: rows[0].id, reason: '再印' }),
    ).rejects.toMatchObject({ code: 'issueUsed' })
  })

  test('counts what was cast and typed, with the rule and its version', async () => {
    const office = await who('A.office')
    const caseId = await caseOf('A.1.4')
    const { surveyId, tokens } = await issuedRound(office, { caseId, due: 30 })
    await owner.query('UPDATE surveys SET due = 32 WHERE id = $1', [surveyId])
    const votes = tokens.map((token, n) => ({
      token,
      ...all(n < 20 ? 1 : n < 25 ? 2 : n < 28 ? 3 : 4),
    }))
    expect(await castMany(votes)).toBe(30)
    const paper = { surveyId, number: 1, answers: [1, 0, 9, 2, 3], wish: '修路' }
    await typePaper(office, paper)
    await expect(typePaper(office, paper)).rejects.toMatchObject({ code: 'paperOwn' })
    expect(
      await typePaper(await who('A.office-2'), { ...paper, answers: [1, 0, 9, 2, 2] }),
    ).toEqual({
      differs: true,
    })
    await expect(closeRound(office, closingOf(surveyId, { paperIssued: 2 }))).rejects.toMatchObject(
      {
        code: 'papersOpen',
      },
    )
    await settlePaper(office, paper)
    // Nothing ticked: returned, not valid.
    await typePaper(office, { ...paper, number: 2, answers: [0, 0, 0, 9, 0], wish: '' })
    await typePaper(await who('A.office-2'), {
      ...paper,
      number: 2,
      answers: [0, 0, 0, 9, 0],
      wish: '',
    })
    await closeRound(office, closingOf(surveyId, { paperIssued: 2, present: 32 }))
    expect(await result(surveyId)).toMatchObject({
      ...{ due: 32, issued: 32, returned: 32, valid: 31, paper: 2, differing: 1, shown: true },
      ...{ votes: 31, satisfied: 25, dissatisfied: 4, basic_counts: true, margin: null },
      ...{ rule_set_version: 1, published: false },
    })
    expect((await result(surveyId)).tallies[2]).toMatchObject({
      satisfied: 20,
      spoiled: 1,
      blank: 0,
    })
    expect(await count('paper_entries', surveyId)).toBe(0)
    expect(await count('survey_wishes', surveyId)).toBe(1)
    await publishRound(office, { surveyId, version: 3 })
    const told = (await eventsOf(world, 'A.1.4', caseId)).filter((kind) =>
      kind.startsWith('survey'),
    )
    expect(told).toEqual(['surveyOpened', 'surveyIssued', 'surveyClosed', 'surveyPublished'])
    const { rows } = await owner.query(
      `SELECT kind, internal FROM events WHERE case_id = $1 AND kind LIKE 'survey%' ORDER BY seq`,
      [caseId],
    )
    expect(rows.map(({ internal }) => internal)).toEqual([true, true, true, false])
  })

  test('of nine ballots keeps no figure, publishes nothing, and closes once', async () => {
    const office = await who('A.office')
    const { surveyId, tokens } = await issuedRound(office, { caseId: await caseOf('A.1.5') })
    await castMany(tokens.slice(0, 9).map((token) => ({ token, ...all(1, '修路') })))
    await closeRound(office, closingOf(surveyId))
    expect(await result(surveyId)).toMatchObject({
      ...{ valid: 9, shown: false, tallies: [], votes: null, satisfied: null, margin: null },
    })
    await expect(publishRound(office, { surveyId, version: 3 })).rejects.toMatchObject({
      code: 'tooFewBallots',
    })
    await expect(closeRound(office, closingOf(surveyId))).rejects.toMatchObject({ status: 409 })
    const seen = await read(office, async (tx) => [
      await tx.ballot.count({ where: { surveyId } }),
      await tx.surveyWish.count({ where: { surveyId } }),
    ])
    expect(seen).toEqual([0, 0])
  })
})
