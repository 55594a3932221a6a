import { beforeAll, describe, expect, test } from 'vitest'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { propose } from '@/lib/cases/commands'
import { verbCommands } from '@/lib/cases/verbs'
import { stageAfter, transitionOf, type Verb, verbs } from '@/lib/cases/workflow'
import { oneTransaction, type Tx } from '@/lib/db'
import { addCast, cast, play } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { beginLife, inputFor, type Life, lead } from '@/tests/support/walk-life'
import {
  expected,
  mayEver,
  type Situation,
  situations,
  table,
  type Walker,
} from '@/tests/support/walk-table'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
const walkers: Walker[] = [...cast, 'township-2']
/** On a paused case one of each side tells: who could do something, who could not, who sees nothing. */
const whilePaused: Walker[] = ['township', 'office', 'helper', 'leader', 'other-township']
let world: World
let life: Life

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  life = await beginLife(world, owner)
})

type Wrong = { who: Walker; verb?: Verb; situation: Situation; paused: boolean; got: unknown }
type Place = { who: Walker; situation: Situation; paused: boolean }

function run(viewer: Viewer, verb: Verb, input: object): Promise<number> {
  const command = verbCommands[verb] as (viewer: Viewer, input: object) => Promise<unknown>
  return command(viewer, input).then(() => 200, statusOf)
}

function statusOf(error: { status?: number }): number {
  if (!error.status) throw error
  return error.status
}

/** Rows this connection wrote so far, counted by PostgreSQL itself; only differences tell. */
async function rowsWritten(tx: Tx): Promise<number> {
  const [{ rows }] = await tx.$queryRaw<[{ rows: bigint }]>`
    SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint AS rows FROM pg_stat_xact_user_tables`
  return Number(rows)
}

/**
 * Tries every verb as somebody and returns what was not as the table says: each refusal with its
 * status and without a row written, each success with exactly its events and its stage, undone.
 */
async function tryAll(place: Place, inputs: Map<Verb, object>): Promise<Wrong[]> {
  const { who, situation, paused } = place
  const viewer = await play(world, who)
  const wrong: Wrong[] = []
  const status = (verb: Verb) => expected(verb, who, situation, paused)
  await undone(viewer, async (tx) => {
    const base = await rowsWritten(tx)
    for (const verb of verbs.filter((one) => status(one) !== 200)) {
      const got = await run(viewer, verb, inputs.get(verb) ?? {})
      if (got !== status(verb)) wrong.push({ ...place, verb, got })
    }
    const written = (await rowsWritten(tx)) - base
    if (written > 0) wrong.push({ ...place, got: `${written} rows written by refused verbs` })
    for (const verb of verbs.filter((one) => status(one) === 200)) {
      await tx.$executeRaw`SAVEPOINT attempt`
      const before = await stand(tx)
      const got = {
        status: await run(viewer, verb, inputs.get(verb) ?? {}),
        ...(await stand(tx, before.seq)),
      }
      const events = expectedEvents(verb, situation)
      const good =
        got.status === 200 && got.events === events && got.stage === stageAfter(verb, before.stage)
      if (!good) wrong.push({ ...place, verb, got })
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT attempt`
    }
  })
  return wrong
}

/** Stage and last event of the case, and the kinds of the events since another. */
async function stand(tx: Tx, since = 0) {
  const { stage } = await tx.case.findUniqueOrThrow({
    where: { id: life.caseId },
    select: { stage: true },
  })
  const events = await tx.event.findMany({
    where: { caseId: life.caseId, seq: { gt: since } },
    orderBy: { seq: 'asc' },
    select: { kind: true, seq: true },
  })
  return { stage, seq: events.at(-1)?.seq ?? since, events: events.map(({ kind }) => kind).join() }
}

/** Runs work as a viewer, whose commands join its transaction, and undoes it. */
async function undone(viewer: Viewer, work: (tx: Tx) => Promise<void>): Promise<void> {
  await oneTransaction(viewer, async (tx) => {
    await work(tx)
    throw new Error('undo')
  }).catch((error) => {
    if (error.message !== 'undo') throw error
  })
}

function expectedEvents(verb: Verb, situation: Situation): string {
  // Annulling a confirmation releases the four that were bound, each told.
  const released =
    verb === 'annul' && situation === 'planning' ? Array(4).fill('assignmentEnded') : []
  return [...released, ...table[verb].events].join()
}

async function walkAll(who: readonly Walker[], situation: Situation, paused: boolean) {
  const inputs = new Map<Verb, object>()
  for (const verb of verbs) inputs.set(verb, await inputFor(life, verb))
  const wrong = []
  for (const one of who) wrong.push(...(await tryAll({ who: one, situation, paused }, inputs)))
  return wrong
}

const snapshot = async () => {
  const { rows } = await owner.query(`
    SELECT (SELECT count(*) FROM events) AS events, (SELECT max(version) FROM cases) AS version,
      (SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM cases t) AS cases,
      (SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM plans t) AS plans,
      (SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM measures t) AS measures,
      (SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM acceptances t) AS acceptances`)
  return rows[0]
}

describe('every verb, in every situation, by everyone', () => {
  test.each(situations)('%s', async (situation) => {
    await lead(life, situation)
    const before = await snapshot()
    expect(await walkAll(walkers, situation, false)).toEqual([])
    expect(await snapshot()).toEqual(before)
    if (!table.pause.in.includes(situation)) return
    await owner.query("UPDATE cases SET paused = true, paused_on = '2026-03-09'")
    expect(await walkAll(whilePaused, situation, true)).toEqual([])
    await owner.query('UPDATE cases SET paused = false, paused_on = NULL')
    expect(await snapshot()).toEqual(before)
  })

  test('the rulebook says the same of who may at all', async () => {
    for (const who of walkers) {
      const viewer = await play(world, who)
      const subject = { countyId: '450223', townshipId: '450223201', caseId: life.caseId }
      for (const verb of verbs) {
        const may = can(viewer, transitionOf(verb).may, subject)
        expect([who, verb, may]).toEqual([who, verb, mayEver(verb, who)])
      }
    }
  })
})

describe('proposing', () => {
  const proposal = (villageId: string) => ({
    villageId,
    proposal: '',
    findings: [{ kindId: world.kinds[0] ?? '', title: '书记空缺', cause: '', evidence: '' }],
  })
  const by: Record<number, Walker[]> = {
    200: ['township', 'township-2', 'office', 'office-2'],
    403: [
      'other-township',
      'leader',
      'unlinked-leader',
      'helper',
      'other-helper',
      'team',
      'inspector',
      'other-inspector',
      'admin',
    ],
    404: ['nobody', 'B.office', 'B.township'],
  }

  test.each(walkers)('a village of the first township by %s', async (who) => {
    const viewer = await play(world, who)
    let outcome = {}
    await undone(viewer, async (tx) => {
      const base = await rowsWritten(tx)
      const got = await propose(viewer, proposal(world.villages['A.0.3'] ?? '')).then(
        () => 200,
        statusOf,
      )
      outcome = { status: got, wrote: (await rowsWritten(tx)) > base }
    })
    const status = Number(Object.entries(by).find(([, all]) => all.includes(who))?.[0])
    expect(outcome).toEqual({ status, wrote: status === 200 })
  })
})
