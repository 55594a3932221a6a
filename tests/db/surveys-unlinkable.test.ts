import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { cast } from '@/lib/surveys/cast'
import { closeRound } from '@/lib/surveys/close-commands'
import { defaultQuestions } from '@/lib/surveys/rules'
import { hashToken } from '@/lib/surveys/token'
import { caseAt, eventsOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { closingOf, issuedRound } from '@/tests/support/surveys'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

/*
 * Somebody has the whole database, once the round is closed, and tries to say which token gave which
 * ballot. Every ballot of the test is different, so that a right guess is seen; by chance alone one
 * pair of a random pairing is right on average, ten or more of sixty once in ten million times.
 */

const { owner } = databaseOfThisFile()
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const voters = 60
const byChance = 9

/** Voter n ticks the digits of n in base 4. */
const patternOf = (voter: number) =>
  defaultQuestions.map((_, place) => (Math.floor(voter / 4 ** place) % 4) + 1)

type Seen = { key: string; xmin: number; place: number; id: string }
type Copy = { tokens: Seen[]; ballots: Seen[] }

/** All that a copy tells of tokens and ballots: contents, transaction ids, physical order. */
async function copyOf(surveyId: string): Promise<Copy> {
  const from = async (tables: string[], key: string, id: string) => {
    const all = tables.map(
      (
        table,
        order,
      ) => `SELECT ${key} AS key, ${id} AS id, xmin::text::int AS xmin, ${order} AS source,
        (ctid::text::point)[0] * 100000 + (ctid::text::point)[1] AS place FROM ${table} WHERE survey_id = $1`,
    )
    const { rows } = await owner.query(`${all.join(' UNION ALL ')} ORDER BY source, place`, [
      surveyId,
    ])
    return rows as Seen[]
  }
  return {
    tokens: await from(['survey_tokens', 'retired_tokens'], 'hash', 'hash'),
    ballots: await from(['held_ballots', 'boxed_ballots', 'ballots'], 'answers::text', 'id::text'),
  }
}

const orders: ((seen: Seen[]) => Seen[])[] = [
  (seen) => seen,
  (seen) => seen.toSorted((a, b) => a.xmin - b.xmin || a.place - b.place),
  (seen) => seen.toSorted((a, b) => a.place - b.place),
  (seen) => seen.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
]

/** How many pairs the best of all attacks gets right. */
function attack({ tokens, ballots }: Copy, truth: Map<string, string>): number {
  const right = (pairs: (readonly [Seen, Seen | undefined])[]) =>
    pairs.filter(([token, ballot]) => ballot && truth.get(token.key) === ballot.key).length
  const byRank = orders.flatMap((first) =>
    orders.flatMap((second) => {
      const [mine, theirs] = [first(tokens), second(ballots)]
      const back = theirs.toReversed()
      return [theirs, back].map((list) => right(mine.map((token, index) => [token, list[index]])))
    }),
  )
  // One token and one ballot written by the same transaction.
  const inOne = Map.groupBy(ballots, ({ xmin }) => xmin)
  const byTransaction = right(
    tokens.map((token) => {
      const written = inOne.get(token.xmin) ?? []
      return [token, written.length === 1 ? written[0] : undefined]
    }),
  )
  return Math.max(...byRank, byTransaction)
}

async function votedRound(village: string) {
  const { caseId } = await caseAt(world, 'RECTIFYING', { village })
  const office = await world.viewer('A.office')
  const { surveyId, tokens } = await issuedRound(office, { caseId, due: voters })
  const order = tokens.map((_, index) => index).sort(() => Math.random() - 0.5)
  const truth = new Map<string, string>()
  for (const voter of order) {
    const token = tokens[voter] ?? ''
    const answers = patternOf(voter)
    expect(await cast(token, { answers, wish: '' }, worldDay)).toEqual({ is: 'cast' })
    truth.set(hashToken(token), `{${answers.join(',')}}`)
  }
  return { caseId, office, surveyId, truth }
}

const filesOf = async (client: pg.Pool) =>
  (
    await client.query(`SELECT pg_relation_filenode(t::regclass) AS file
      FROM unnest(ARRAY['survey_tokens', 'held_ballots', 'boxed_ballots']) t`)
  ).rows

test('after closing, nothing in a copy ties a ballot to a token better than chance', async () => {
  const { caseId, office, surveyId, truth } = await votedRound('A.0.0')
  const [files, before] = [await filesOf(owner), await eventsOf(world, 'A.0.0', caseId)]
  await closeRound(office, closingOf(surveyId, { present: voters }))
  const copy = await copyOf(surveyId)
  expect([copy.tokens.length, copy.ballots.length]).toEqual([voters, voters])
  expect(new Set(copy.ballots.map(({ key }) => key))).toEqual(new Set(truth.values()))
  expect(attack(copy, truth)).toBeLessThanOrEqual(byChance)
  // All written by one transaction, under random ids, in files that hold no older version.
  expect(new Set([...copy.tokens, ...copy.ballots].map(({ xmin }) => xmin)).size).toBe(1)
  expect(copy.ballots.every(({ id }) => id[14] === '4')).toBe(true)
  expect(await filesOf(owner)).not.toEqual(files)
  // Sixty ballots left no event.
  expect(before.filter((kind) => kind.startsWith('survey'))).toEqual([
    'surveyOpened',
    'surveyIssued',
  ])
  expect((await eventsOf(world, 'A.0.0', caseId)).at(-1)).toBe('surveyClosed')
})

test('this attack sees a link: before closing, transaction ids alone give every ballot away', async () => {
  const { surveyId, truth } = await votedRound('A.0.1')
  const { tokens, ballots } = await copyOf(surveyId)
  const held = {
    tokens,
    ballots: ballots.filter(({ xmin }) => tokens.some((one) => one.xmin === xmin)),
  }
  // What was flushed meanwhile is out of its reach already; the rest it names one by one.
  expect(held.ballots.length).toBeGreaterThan(0)
  expect(attack(held, truth)).toBeGreaterThanOrEqual(held.ballots.length)
  expect(
    attack({ tokens, ballots: ballots.filter((one) => !held.ballots.includes(one)) }, truth),
  ).toBeLessThanOrEqual(byChance)
})

test('no table of tokens or ballots has a time, a counter or a way to the other', async () => {
  const { rows } = await owner.query(`
    SELECT table_name, column_name, data_type, column_default FROM information_schema.columns
    WHERE table_name IN ('survey_tokens', 'retired_tokens', 'held_ballots', 'boxed_ballots', 'ballots', 'survey_wishes')
      AND (data_type ~ 'time|date|serial' OR column_default ~ 'nextval' OR is_identity = 'YES')`)
  expect(rows).toEqual([])
  const columns = async (table: string) =>
    (
      await owner.query(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY 1',
        [table],
      )
    ).rows.map(({ name }) => name)
  expect(await columns('ballots')).toEqual(['answers', 'county_id', 'id', 'shown', 'survey_id'])
  expect(await columns('retired_tokens')).toEqual(['county_id', 'hash', 'survey_id'])
})
