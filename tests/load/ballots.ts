/**
 * How many ballots a running server takes: 5,000 of one round, posted like phones post them.
 *
 *   node --import tsx tests/load/ballots.ts <url> <owner's database address> [ballots] [at once]
 *
 * Makes a round of its own on some case, posts, prints how long it took, every answer that was not a
 * thank-you, and whether exactly as many ballots arrived; takes everything of it away again. Not part
 * of `npm test`: the figure depends on the machine.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'

const [url = '', database = '', ballots = '5000', atOnce = '40'] = process.argv.slice(2)
const wanted = Number(ballots)
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const questions = ['一', '二', '三', '四', '五']

const owner = new pg.Pool({ connectionString: database, max: 1 })
const hashOf = (text: string) => createHash('sha256').update(`survey:${text}`).digest('hex')
const tokens = Array.from(
  { length: wanted },
  () => `0${[...randomBytes(25)].map((byte) => letters[byte % 32]).join('')}`,
)
const [survey, issue] = [randomUUID(), randomUUID()]
const { rows } = await owner.query(
  'SELECT c.id, c.county_id FROM cases c WHERE NOT EXISTS (SELECT FROM surveys s WHERE s.case_id = c.id) LIMIT 1',
)
const place = rows[0]
if (!place) throw new Error('no case without a survey in this database')
await owner.query(
  `INSERT INTO surveys (id, case_id, village_name, kind, number, questions, due, ends_on, opened_on, opened_by_id, opened_by_name)
   VALUES ($1, $2, '测试村', 'HOUSEHOLD', 9000, $3, 100000, '2999-01-01', '2026-01-01', $1, '')`,
  [survey, place.id, questions],
)
await owner.query(
  `INSERT INTO survey_tokens (hash, county_id, survey_id, issue_id) SELECT unnest($1::text[]), $2, $3, $4`,
  [tokens.map(hashOf), place.county_id, survey, issue],
)

const wording = hashOf(questions.join('\n')).slice(0, 12)
const took: number[] = []
const refused = new Map<string, number>()

async function phone(numbers: Iterator<number>) {
  for (let next = numbers.next(); !next.done; next = numbers.next()) {
    const number = next.value
    const body = new URLSearchParams({ w: wording, wish: '' })
    for (const [index] of questions.entries()) body.set(`q${index}`, String((number % 4) + 1))
    const began = performance.now()
    const answer = await fetch(`${url}/s/${tokens[number]}`, {
      method: 'POST',
      body,
      headers: { 'x-forwarded-for': `10.0.${Math.floor(number / 250)}.1` },
    }).then(
      async (response) =>
        (await response.text()).includes('已收到') ? '' : String(response.status),
      (error: Error) => error.message,
    )
    took.push(performance.now() - began)
    if (answer) refused.set(answer, (refused.get(answer) ?? 0) + 1)
  }
}

const numbers = tokens.keys()
const began = performance.now()
await Promise.all(Array.from({ length: Number(atOnce) }, () => phone(numbers)))
const seconds = (performance.now() - began) / 1_000
const arrived = await owner.query(
  `SELECT (SELECT count(*) FROM held_ballots WHERE survey_id = $1)::int
    + (SELECT count(*) FROM boxed_ballots WHERE survey_id = $1)::int AS ballots`,
  [survey],
)
took.sort((a, b) => a - b)
const at = (share: number) => Math.round(took[Math.floor(took.length * share)] ?? 0)
console.log(
  `${wanted} ballots in ${seconds.toFixed(1)} s, ${Math.round(wanted / seconds)} a second`,
)
console.log(
  `answer after ${at(0.5)} ms (half), ${at(0.95)} ms (95 of 100), ${at(0.999)} ms (999 of 1,000)`,
)
console.log(
  `errors: ${JSON.stringify(Object.fromEntries(refused))}; in the box: ${arrived.rows[0].ballots}`,
)

for (const table of ['survey_tokens', 'held_ballots', 'boxed_ballots']) {
  await owner.query(`DELETE FROM ${table} WHERE survey_id = $1`, [survey])
}
await owner.query('ALTER TABLE surveys DISABLE TRIGGER kept')
await owner.query('DELETE FROM surveys WHERE id = $1', [survey])
await owner.query('ALTER TABLE surveys ENABLE TRIGGER kept')
await owner.end()
if (refused.size > 0 || arrived.rows[0].ballots !== wanted) process.exitCode = 1
