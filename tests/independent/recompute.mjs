/**
 * node tests/independent/recompute.mjs <export.json …>: computes draws, survey figures and appraisal
 * scores again from what the product exports, by the rules as they are written down, sharing no code
 * with it. Prints one line per file and what differs; fails when anything does.
 */
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

/** Compares and remembers what differs. */
function ledger() {
  const found = []
  const same = (what, expected, actual) => {
    const [one, other] = [JSON.stringify(expected), JSON.stringify(actual)]
    if (one !== other) found.push(`${what}: exported ${other}, recomputed ${one}`)
  }
  return { found, same }
}

// Draws -----------------------------------------------------------------------------------------------

function readList(text) {
  const rows = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
  const at = (name) => rows.findIndex(([first]) => first === name)
  const block = (name) => rows.slice(at(name) + 1, at(name) + 1 + Number(rows[at(name)][1]))
  const [, kind, value] = rows[at('size')]
  return {
    drawId: rows[at('draw')][1],
    byTownship: rows[at('strata')][1] === 'TOWNSHIP',
    countOf: (n) => Math.min(n, kind === 'NUMBER' ? Number(value) : Math.ceil((n * value) / 100)),
    inspectors: block('inspectors').map(([key, , conflicts]) => ({
      key,
      never: new Set(conflicts ? conflicts.split(',') : []),
    })),
    villages: block('villages').map(([code, township, lots]) => ({ code, township, lots: +lots })),
  }
}

function checkDraw(given) {
  const { found, same } = ledger()
  same('hash of the list', sha256(given.list), given.listSha256)
  const list = readList(given.list)
  same('the list’s own draw', list.drawId, given.id)
  if (given.random === null || given.seed === null) return found
  if (!(given.publicOn > given.frozenOn)) found.push('the public number is not of a later day')
  const seed = sha256(`${given.random}\n${given.publicNumber}`)
  same('seed', seed, given.seed)
  const lot = (text) => createHmac('sha256', Buffer.from(seed, 'hex')).update(text).digest('hex')
  const best = ({ code, lots }) =>
    Array.from({ length: lots }, (_, n) => lot(n === 0 ? code : `${code}#${n + 1}`)).sort()[0]
  const strata = {}
  for (const village of list.villages) {
    const stratum = list.byTownship ? village.township : ''
    strata[stratum] ??= []
    strata[stratum].push({ ...village, stratum, rank: best(village) })
  }
  const carried = Object.fromEntries(list.inspectors.map(({ key }) => [key, 0]))
  const pair = ({ code, township }) => {
    const free = list.inspectors
      .filter(({ never }) => !never.has(code) && !never.has(township))
      .map(({ key }) => ({ key, rank: lot(`${code}/${key}`) }))
      .sort((a, b) => carried[a.key] - carried[b.key] || (a.rank < b.rank ? -1 : 1))
      .slice(0, 2)
      .map(({ key }) => key)
    for (const key of free) carried[key]++
    return free
  }
  const result = []
  const waiting = {}
  for (const stratum of Object.keys(strata).sort()) {
    const order = strata[stratum].sort((a, b) => (a.rank < b.rank ? -1 : 1))
    const count = list.countOf(order.length)
    for (const village of order.slice(0, count)) {
      result.push({ code: village.code, stratum, inspectors: pair(village) })
    }
    waiting[stratum] = order.slice(count)
  }
  same(
    'result',
    result,
    given.result.map(({ code, stratum, inspectors }) => ({ code, stratum, inspectors })),
  )
  const placed = Object.fromEntries(result.map(({ code, stratum }) => [code, stratum]))
  for (const { out, in: came, inspectors } of given.replacements) {
    const next = waiting[placed[out]]?.shift()
    same(`replacement of ${out}`, next && [next.code, pair(next)], [came, inspectors])
    if (next) placed[next.code] = next.stratum
  }
  return found
}

// Surveys ---------------------------------------------------------------------------------------------

function checkSurvey(given) {
  const { found, same } = ledger()
  const { codes, ballots, figures, questions } = given
  const votes = [codes.satisfied, codes.basic, codes.dissatisfied, codes.unknown]
  const counting = ballots.filter((answers) => answers.some((answer) => votes.includes(answer)))
  const valid = counting.length
  same('returned', ballots.length, figures.returned)
  same('valid', valid, figures.valid)
  same('shown', valid >= 10, figures.shown)
  if (valid < 10) return found
  for (const [index, tally] of figures.tallies.entries()) {
    for (const name of Object.keys(codes)) {
      const count = counting.filter(
        (answers) => (answers[index] ?? codes.blank) === codes[name],
      ).length
      same(`question ${index + 1}, ${name}`, count, tally[name])
    }
  }
  same('questions', questions.length, figures.tallies.length)
  const overall = counting.map((answers) => answers[questions.length - 1])
  const count = (...kinds) => overall.filter((answer) => kinds.includes(answer)).length
  const all = count(...votes)
  const satisfied = count(codes.satisfied) + (figures.basicCounts ? count(codes.basic) : 0)
  same('votes', all, figures.votes)
  same('satisfied', satisfied, figures.satisfied)
  same('dissatisfied', count(codes.dissatisfied), figures.dissatisfied)
  let margin = null
  const { kind, sampling, population } = given
  if (
    kind === 'HOUSEHOLD' &&
    sampling === 'RANDOM' &&
    population !== null &&
    all >= 2 &&
    population >= all
  ) {
    const p = satisfied / all
    const finite = population > 1 ? (population - all) / (population - 1) : 0
    margin = Math.round(1.96 * Math.sqrt((p * (1 - p) * finite) / all) * 1000) / 10
  }
  same('margin', margin, figures.margin)
  return found
}

// Appraisals ------------------------------------------------------------------------------------------

const dated = new Set([
  ...['measuresOnTime', 'casesOnTime', 'followUpsOnTime'],
  ...['instructionsOnTime', 'requestsOnTime', 'noticesOnTime'],
])

/** What one line of a list counts, from what it says rather than from what it claims to count. */
function countedBy(formula, item) {
  if (dated.has(formula)) return [item.doneOn && item.doneOn <= item.dueOn ? 1 : 0, 1]
  if (formula === 'commitmentsKept') return [item.result === 'KEPT' ? 1 : 0, 1]
  if (formula === 'problemsVerified') return [item.result === 'VERIFIED' ? 1 : 0, 1]
  if (formula === 'slotsFilled') return [new Set(item.filled).size, 4]
  if (formula === 'contactsKept') {
    return [item.met.filter((span) => item.expected.includes(span)).length, item.expected.length]
  }
  return [item.counts, item.of]
}

function checkAppraisal(given) {
  const { found, same } = ledger()
  const { from, to, computedOn } = given.period
  const late = (day) => day < from || day > to || day >= computedOn
  for (const { organisation, kind, values, ...sheet } of given.sheets) {
    const catalogue = kind === 'TOWNSHIP' ? given.rules.township : given.rules.helperUnit
    same(
      `${organisation}: indicators`,
      catalogue.map(({ code }) => code),
      values.map(({ code }) => code),
    )
    const counted = values.map(({ code, formula, items }, index) => {
      let [over, under] = [0n, 0n]
      for (const item of items) {
        const [counts, of] = countedBy(formula, item)
        same(`${organisation}, ${code}, ${item.id}`, [counts, of], [item.counts, item.of])
        if (item.dueOn && late(item.dueOn))
          found.push(`${organisation}, ${code}: ${item.id} lies outside`)
        over += BigInt(counts)
        under += BigInt(of)
      }
      return { over, under, weight: BigInt(catalogue[index]?.weight ?? 0), exported: values[index] }
    })
    const sum = counted.reduce((all, { under, weight }) => (under ? all + weight : all), 0n)
    const shares = counted.map(({ under, weight }) => (under ? (weight * 10000n) / sum : 0n))
    const rests = counted
      .map(({ under, weight }, index) => ({ index, rest: under ? (weight * 10000n) % sum : -1n }))
      .sort((a, b) => (b.rest > a.rest ? 1 : b.rest < a.rest ? -1 : a.index - b.index))
    const left = sum ? Number(10000n - shares.reduce((all, share) => all + share, 0n)) : 0
    for (const { index } of rests.slice(0, left)) shares[index] += 1n
    const scores = counted.map(({ over, under }, index) =>
      under ? Number((2n * shares[index] * over + under) / (2n * under)) : null,
    )
    for (const [index, { over, under, exported }] of counted.entries()) {
      const name = `${organisation}, ${exported.code}`
      same(
        `${name}: counted`,
        [Number(over), Number(under)],
        [exported.numerator, exported.denominator],
      )
      same(`${name}: weight`, Number(shares[index]), exported.effective)
      same(`${name}: score`, scores[index], exported.score)
    }
    const total = (list) =>
      list.every((score) => score === null)
        ? null
        : list.reduce((all, score) => all + (score ?? 0), 0)
    const verified = total(scores.map((score, index) => values[index].verified ?? score))
    same(`${organisation}: computed`, total(scores), sheet.computed)
    same(`${organisation}: verified`, verified, sheet.verified)
    const bands = [...given.rules.bands].sort((a, b) => b.from - a.from)
    const grade = verified === null ? '' : bands.find((band) => verified >= band.from * 100).code
    same(`${organisation}: grade`, grade, sheet.grade)
  }
  return found
}

// ------------------------------------------------------------------------------------------------------

function check(given) {
  if (given.format === 'ovop-draw/1') return ['draw', checkDraw(given)]
  if (given.format === 'ovop-appraisal-1') return ['appraisal', checkAppraisal(given)]
  if (given.survey && given.figures) return ['survey', checkSurvey(given)]
  return ['unknown', ['not an export of a draw, a survey or an appraisal']]
}

let failed = process.argv.length < 3
for (const file of process.argv.slice(2)) {
  const [kind, found] = check(JSON.parse(readFileSync(file, 'utf8')))
  console.log(`${file}: ${kind} ${found.length === 0 ? 'agrees' : `differs in ${found.length}`}`)
  for (const line of found) console.log(`  ${line}`)
  failed ||= found.length > 0
}
process.exitCode = failed ? 1 : 0
