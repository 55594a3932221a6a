import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, describe, expect, test } from 'vitest'
import { applyForAcceptance, passCounty } from '@/lib/acceptance/commands'
import { verifyAll } from '@/lib/audit/verify'
import { confirm, propose } from '@/lib/cases/commands'
import { enterHistorical } from '@/lib/cases/historical-commands'
import { close } from '@/lib/closure/commands'
import { Conflict } from '@/lib/errors'
import { addProgress } from '@/lib/measures/commands'
import { approvePlan } from '@/lib/plans/commands'
import { reportProblem } from '@/lib/problems/commands'
import { acceptedAt, closing, onCase, sheet, teamUp } from '@/tests/support/case-accepted'
import { caseAt, chainOn, eventsOf, stateOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World

beforeAll(async () => {
  world = await makeWorld()
})

/** Both at the same moment; one must succeed, the other hear who was first. */
async function race(first: Promise<unknown>, second: Promise<unknown>) {
  const results = await Promise.allSettled([first, second])
  const refusals = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refusals).toHaveLength(1)
  return refusals[0]
}

/** Two people of the county office do the same thing to one case. */
async function twoOffices(
  caseId: string,
  village: string,
  kind: string,
  work: (who: string) => Promise<unknown>,
) {
  const refusal = await race(work('A.office'), work('A.office-2'))
  expect(refusal).toBeInstanceOf(Conflict)
  expect(refusal).toMatchObject({
    status: 409,
    meanwhile: { by: expect.stringMatching(/^Aoffice/), kind },
  })
  const kinds = await eventsOf(world, village, caseId)
  expect(kinds.filter((one) => one === kind)).toHaveLength(1)
}

describe('two people at the same moment', () => {
  test('confirm', async () => {
    const village = 'A.0.0'
    const { batchId } = await caseAt(world, 'PLANNING', { village: 'A.1.0' })
    const at = await caseAt(world, 'CANDIDATE', { village })
    await twoOffices(at.caseId, village, 'caseConfirmed', async (who) =>
      confirm(await world.viewer(who), { ...onCase(at), batchId, decisions: chainOn(worldDay) }),
    )
  })

  test('approve a plan', async () => {
    const village = 'A.0.1'
    const at = await caseAt(world, 'PLAN_REVIEW', { village })
    await twoOffices(at.caseId, village, 'planApproved', async (who) =>
      approvePlan(await world.viewer(who), { ...onCase(at), recordNo: '1号' }),
    )
    expect((await stateOf(world, village, at.caseId)).measures).toHaveLength(3)
  })

  test('pass an acceptance, then close', async () => {
    const village = 'A.0.2'
    const at = await acceptedAt(world, 'COUNTY_ACCEPTANCE', { village })
    await teamUp(world, at, 'COUNTY')
    await race(
      ...(['A.office', 'A.office-2'].map(async (who) =>
        passCounty(await world.viewer(who), { ...onCase(at), ...sheet() }),
      ) as [Promise<unknown>, Promise<unknown>]),
    )
    const kinds = await eventsOf(world, village, at.caseId)
    expect(kinds.filter((kind) => kind === 'acceptancePassed')).toHaveLength(2)
    const now = await stateOf(world, village, at.caseId)
    await twoOffices(at.caseId, village, 'caseClosed', async (who) =>
      close(await world.viewer(who), { ...onCase(now), ...closing(worldDay) }),
    )
    const { rows } = await owner.query(
      'SELECT count(*)::int AS closures FROM closures WHERE case_id = $1',
      [at.caseId],
    )
    expect(rows).toEqual([{ closures: 1 }])
  })

  test('apply for acceptance twice', async () => {
    const at = await acceptedAt(world, 'READY', { village: 'A.1.1' })
    const apply = async (who: string) => applyForAcceptance(await world.viewer(who), onCase(at))
    const refusal = await race(apply('A.other-township'), apply('A.other-township-2'))
    expect(refusal).toMatchObject({
      code: 'changedMeanwhile',
      meanwhile: { kind: 'acceptanceApplied' },
    })
  })

  test('propose the same village: it is never open twice', async () => {
    const villageId = world.villages['A.0.4'] ?? ''
    const input = {
      villageId,
      proposal: '',
      findings: [{ kindId: world.kinds[0] ?? '', title: '书记空缺', cause: '', evidence: '' }],
    }
    const viewers = await Promise.all(
      ['A.township', 'A.township-2'].map((who) => world.viewer(who)),
    )
    const refusal = await race(
      ...(viewers.map((viewer) => propose(viewer, input)) as [Promise<string>, Promise<string>]),
    )
    expect(refusal).toMatchObject({ status: 409, code: 'villageHasOpenCase' })
  })

  test('enter the same historical case: it counts once in its batch', async () => {
    const { batchId } = await caseAt(world, 'PLANNING', { village: 'A.1.2' })
    const input = {
      villageId: world.villages['A.0.5'] ?? '',
      batchId,
      sourceDocument: '鹿组通〔2014〕3号',
      confirmedOn: '2014-03-01',
      closedOn: '2014-12-01',
      proposal: '',
      findings: [],
    }
    const viewers = await Promise.all(['A.office', 'A.office-2'].map((who) => world.viewer(who)))
    const refusal = await race(
      ...(viewers.map((viewer) => enterHistorical(viewer, input)) as [
        Promise<string>,
        Promise<string>,
      ]),
    )
    expect(refusal).toMatchObject({ status: 409, code: 'villageInBatch' })
  })
})

test('twenty at once on one case: everything arrives, the chain is unbroken', async () => {
  const village = 'A.0.3'
  const at = await caseAt(world, 'RECTIFYING', { village })
  const township = await world.viewer('A.township')
  const finding = { kindId: world.kinds[0] ?? '', cause: '', evidence: '' }
  const report = (number: number) =>
    reportProblem(township, { caseId: at.caseId, title: `新问题${number}`, ...finding })
  /** As a person does who is told that somebody was faster: looks again and repeats. */
  const progress = async (number: number): Promise<void> => {
    const { measures } = await stateOf(world, village, at.caseId)
    const measure = measures[number % 3]
    const input = {
      caseId: at.caseId,
      measureId: measure?.id ?? '',
      version: measure?.version ?? 0,
      happenedOn: worldDay,
      percent: 50,
      text: '推进中',
    }
    await addProgress(township, input).catch((error) => {
      if (error.code !== 'changedMeanwhile') throw error
      return progress(number)
    })
  }
  const numbers = [...Array(10).keys()]
  await Promise.all(numbers.flatMap((number) => [report(number), progress(number)]))
  const kinds = await eventsOf(world, village, at.caseId)
  expect(kinds.filter((kind) => kind === 'problemAdded')).toHaveLength(10)
  expect(kinds.filter((kind) => kind === 'progressAdded')).toHaveLength(10)
  const { problems } = await stateOf(world, village, at.caseId)
  expect(problems.map(({ number }) => number)).toEqual(
    [...Array(12).keys()].map((index) => index + 1),
  )
  expect((await verifyAll()).findings).toEqual([])
})

describe('killed with SIGKILL in the middle of a write', () => {
  test.each(['hold', 'loop', 'loop', 'loop'])('%s: change and event, or neither', async (mode) => {
    const { caseId } = await caseAt(world, 'CANDIDATE', { village: 'B.0.0' }).catch(async () => {
      const { rows } = await owner.query(`SELECT id FROM cases WHERE village_id = $1`, [
        world.villages['B.0.0'],
      ])
      return { caseId: String(rows[0].id) }
    })
    const { sessionId } = await world.viewer('B.township')
    const before = await counts(caseId)
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--conditions=react-server',
        'tests/support/killed-writer.ts',
        mode,
        sessionId ?? '',
        caseId,
        world.kinds[0] ?? '',
        worldDay,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(child.stdout, 'data')
    if (mode === 'loop')
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 150))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await backendsGone()
    const after = await counts(caseId)
    expect(after.problems - before.problems).toBe(after.events - before.events)
    if (mode === 'hold') expect(after).toEqual(before)
    else expect(after.problems).toBeGreaterThan(before.problems)
    expect((await verifyAll()).findings).toEqual([])
  })
})

async function counts(caseId: string): Promise<{ problems: number; events: number }> {
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::int FROM problems WHERE case_id = $1) AS problems,
       (SELECT count(*)::int FROM events WHERE case_id = $1 AND kind = 'problemAdded') AS events`,
    [caseId],
  )
  return rows[0]
}

/** Until PostgreSQL has noticed that the client is gone and rolled back what was open. */
async function backendsGone() {
  await expect
    .poll(
      async () => {
        const { rows } = await owner.query(
          `SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`,
        )
        return rows[0].open
      },
      { timeout: 10_000 },
    )
    .toBe(0)
}
