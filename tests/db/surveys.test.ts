import { beforeAll, describe, expect, test } from 'vitest'
import { readGate } from '@/lib/cases/gate-facts'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { parseRuleSet } from '@/lib/rule-sets/schema'
import { cast, castMany, readBallot } from '@/lib/surveys/cast'
import { closeRound, publishRound } from '@/lib/surveys/close-commands'
import { changeRound, openRound } from '@/lib/surveys/commands'
import { issueTokens, voidIssue } from '@/lib/surveys/issue-commands'
import { settlePaper, typePaper } from '@/lib/surveys/paper-commands'
import { changeSurveyInput } from '@/lib/surveys/schema'
import { hashToken, makeToken } from '@/lib/surveys/token'
import { bind, caseAt, eventsOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { all, carrySurveys, closingOf, issuedRound, roundOf } from '@/tests/support/surveys'
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
    expect(await cast(other.tokens[0] ?? '', stale, today)).toEqual({ is: 'changed' })
    expect(await cast(other.tokens[0] ?? '', { answers: [1], wish: '' }, today)).toEqual({
      is: 'changed',
    })
    expect(await cast(other.tokens[0] ?? '', all(0), today)).toEqual({ is: 'empty' })
    expect(await cast(other.tokens[0] ?? '', all(1), today)).toEqual({ is: 'cast' })
  })
})
