import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { type Day, toDay } from '@/lib/dates'
import { type RunRaw, transactionRaw } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { flushHeld, shareBox } from './box'
import { blank, isValid, type Vote } from './rules'
import { hashToken, readToken } from './token'

/** What a token opens: the questions of its round, or why there are none. */
export type Opened =
  | {
      is: 'open'
      countyId: string
      surveyId: string
      village: string
      questions: string[]
      endsOn: Day
    }
  | { is: 'unknown' | 'used' | 'closed' }

type Found = {
  countyId: string
  surveyId: string
  spent: boolean
  state: string
  village: string
  questions: string[]
  endsOn: Date
}

/** Looks at a token as the public page does; `ballot` reads tokens and rounds, never ballots. */
export const readBallot = (given: string, today: Day): Promise<Opened> => {
  const token = readToken(given)
  if (!token) return Promise.resolve({ is: 'unknown' })
  return transactionRaw(systemViewer('ballot'), (run) => look(run, hashToken(token), today))
}

async function look(run: RunRaw, hash: string, today: Day): Promise<Opened> {
  const [found] = await run<Found>(Prisma.sql`
    SELECT t.county_id AS "countyId", t.survey_id AS "surveyId", t.spent, s.state::text AS state,
      s.village_name AS village, s.questions, s.ends_on AS "endsOn"
    FROM survey_tokens t JOIN surveys s ON s.id = t.survey_id WHERE t.hash = ${hash}`)
  if (!found) {
    const retired = await run(Prisma.sql`SELECT 1 AS one FROM retired_tokens WHERE hash = ${hash}`)
    return { is: retired.length > 0 ? 'closed' : 'unknown' }
  }
  const { spent, state, endsOn, ...round } = found
  if (spent) return { is: 'used' }
  if (state !== 'OPEN' || toDay(endsOn) < today) return { is: 'closed' }
  return { is: 'open', ...round, endsOn: toDay(endsOn) }
}

/** What became of a ballot; `changed`: the questions were reworded since the page was opened. */
export type Cast =
  | { is: 'cast' | 'unknown' | 'used' | 'closed' }
  /** To be shown again: reworded since the page was opened, nothing ticked, or no answer at all. */
  | { is: 'changed' | 'empty' | 'wrong'; round: Round }

type Round = Extract<Opened, { is: 'open' }>

/**
 * Spends a token and holds its ballot, both or neither; of any number of the same sent at once
 * exactly one counts. No time, no event, nothing that joins the two stays.
 */
export async function cast(
  given: string,
  vote: Vote & { questions?: string },
  today: Day,
): Promise<Cast> {
  const token = readToken(given)
  if (!token) return { is: 'unknown' }
  const hash = hashToken(token)
  const done = await transactionRaw(systemViewer('ballot'), async (run) => {
    await run(shareBox)
    const round = await look(run, hash, today)
    if (round.is !== 'open') return round
    const { questions, countyId, surveyId } = round
    const answers = questions.map((_, index) => vote.answers[index] ?? blank)
    const reworded = vote.questions !== undefined && vote.questions !== wordingOf(questions)
    if (reworded || vote.answers.length > questions.length) return { is: 'changed' as const, round }
    if (!answers.every((answer) => [0, 1, 2, 3, 4].includes(answer))) {
      return { is: 'wrong' as const, round }
    }
    if (!isValid(answers)) return { is: 'empty' as const, round }
    const held = await run(hold([{ hash, answers, wish: vote.wish }]))
    return held.length === 1 ? { is: 'cast' as const, countyId, surveyId } : { is: 'used' as const }
  })
  if (done.is !== 'cast') return done
  await afterCast(done.countyId, done.surveyId)
  return { is: 'cast' }
}

/** One statement: tokens not spent yet are spent, and as many ballots held; a row for each. */
function hold(votes: readonly (Vote & { hash: string })[]): Prisma.Sql {
  const given = JSON.stringify(votes.map(({ hash, answers, wish }) => ({ hash, answers, wish })))
  // The page cannot read a ballot, so it is the spent tokens that are counted.
  return Prisma.sql`
    WITH vote AS (
      SELECT v ->> 'hash' AS hash, v ->> 'wish' AS wish,
        ARRAY(SELECT e::smallint FROM jsonb_array_elements_text(v -> 'answers') WITH ORDINALITY x(e, n) ORDER BY n) AS answers
      FROM jsonb_array_elements(${given}::jsonb) v),
    spent AS (
      UPDATE survey_tokens t SET spent = true FROM vote WHERE t.hash = vote.hash AND NOT t.spent
      RETURNING t.county_id, t.survey_id, vote.answers, vote.wish),
    held AS (
      INSERT INTO held_ballots (id, county_id, survey_id, answers, wish)
      SELECT gen_random_uuid(), county_id, survey_id, answers, wish FROM spent)
    SELECT 1 AS one FROM spent`
}

/** Many ballots at once, for the demo and for tests; the public page casts one at a time. */
export function castMany(votes: readonly (Vote & { token: string })[]): Promise<number> {
  return transactionRaw(systemViewer('ballot'), async (run) => {
    await run(shareBox)
    const held = await run(
      hold(votes.map(({ token, ...vote }) => ({ ...vote, hash: hashToken(token) }))),
    )
    return held.length
  })
}

/** The wording somebody answered, in short. */
export const wordingOf = (questions: readonly string[]) =>
  hashToken(questions.join('\n')).slice(0, 12)

const waiting = new Map<string, number>()

/** Now and then what waits is moved into the box: after 15 to 30 ballots of this process. */
async function afterCast(countyId: string, surveyId: string) {
  const left = (waiting.get(surveyId) ?? 15 + Math.floor(Math.random() * 16)) - 1
  if (left > 0) return void waiting.set(surveyId, left)
  waiting.delete(surveyId)
  // The ballot is in already; what could not be moved now is moved with the next ones.
  await flushHeld(countyId, surveyId).catch(() => undefined)
}
