import { beforeAll, describe, expect, test } from 'vitest'
import { readAccess } from '@/lib/access/explain-queries'
import { eventGroups, kindsOf } from '@/lib/audit/event-groups'
import { readTimeline } from '@/lib/audit/timeline-queries'
import { verifyTimeline } from '@/lib/audit/verify-commands'
import { listCases } from '@/lib/cases/list-queries'
import { readOverview } from '@/lib/cases/overview-queries'
import { reportProblem } from '@/lib/problems/commands'
import { caseMix } from '@/tests/support/case-mix'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let cases: Awaited<ReturnType<typeof caseMix>>
const { owner } = databaseOfThisFile()

async function timeline(who: string, caseId: string, filter: object = {}) {
  return readTimeline(await world.viewer(who), caseId, { limit: 100, ...filter })
}

beforeAll(async () => {
  world = await makeWorld()
  cases = await caseMix(world)
}, 120_000)

describe('the timeline of a case', () => {
  test('is newest first and pages without losing or doubling an event', async () => {
    const whole = await timeline('A.office', cases.closed)
    expect(whole.events[0]).toMatchObject({ kind: 'caseClosed' })
    expect(whole.events.at(-1)).toMatchObject({ kind: 'caseProposed', seq: 1 })
    const walked: number[] = []
    let before: number | undefined
    do {
      const page = await timeline('A.office', cases.closed, { limit: 4, before })
      walked.push(...page.events.map(({ seq }) => seq))
      before = page.nextBefore ?? undefined
    } while (before)
    expect(walked).toEqual(whole.events.map(({ seq }) => seq))
  })

  test('filtered by group, the groups part it and the counts agree', async () => {
    const whole = await timeline('A.office', cases.closed)
    let sum = 0
    for (const group of eventGroups) {
      const { events, counts } = await timeline('A.office', cases.closed, { group })
      expect(events.every(({ kind }) => kindsOf(group).some((one) => one === kind))).toBe(true)
      const counted = kindsOf(group).reduce((total, kind) => total + (counts[kind] ?? 0), 0)
      expect(events.length).toBe(counted)
      sum += events.length
    }
    expect(sum).toBe(whole.events.length)
  })

  test('a leader not linked reads the overview but not the timeline', async () => {
    const leader = await world.viewer('A.leader')
    expect((await readOverview(leader, cases.rectifying)).events).toBeNull()
    await expect(timeline('A.leader', cases.rectifying)).rejects.toMatchObject({ status: 403 })
  })

  test('another township, another county and the administrator find nothing', async () => {
    for (const who of ['A.other-township', 'B.office', 'A.admin', 'A.inspector']) {
      await expect(timeline(who, cases.rectifying)).rejects.toMatchObject({ status: 404 })
    }
  })

  test('an 内部 event reaches the county office only, in list and count', async () => {
    await reportProblem(await world.viewer('A.office'), {
      caseId: cases.planning,
      kindId: world.kinds[0] ?? '',
      title: '另有线索',
      cause: '',
      evidence: '',
      internal: { text: '已转有关部门', paperFileNo: '12', forTownship: true, readerIds: [] },
    })
    const kinds = async (who: string) => {
      const { events, counts } = await timeline(who, cases.planning)
      return { listed: events.map(({ kind }) => kind), counted: Object.keys(counts) }
    }
    const office = await kinds('A.office')
    expect(office.listed).toContain('internalNoteRecorded')
    const township = await kinds('A.township')
    expect(township.listed).toContain('problemAdded')
    expect([...township.listed, ...township.counted]).not.toContain('internalNoteRecorded')
  })
})

describe('the button "verify"', () => {
  test('finds a chain sound, with its 内部 events, for whoever reads the timeline', async () => {
    const office = await timeline('A.office', cases.planning)
    for (const who of ['A.office', 'A.township']) {
      const result = await verifyTimeline(await world.viewer(who), { caseId: cases.planning })
      expect(result).toMatchObject({ events: office.events.length, vouching: 'none' })
    }
  })

  test('is refused to whoever may not read the timeline', async () => {
    const input = { caseId: cases.rectifying }
    const verdict = async (who: string) => verifyTimeline(await world.viewer(who), input)
    await expect(verdict('A.leader')).rejects.toMatchObject({ status: 403 })
    await expect(verdict('A.other-township')).rejects.toMatchObject({ status: 404 })
  })

  test('names the event that the owner of the database changed behind its back', async () => {
    await owner.query('ALTER TABLE events DISABLE TRIGGER USER')
    await owner.query(`UPDATE events SET actor_name = '别人' WHERE case_id = $1 AND seq = 2`, [
      cases.review,
    ])
    await owner.query('ALTER TABLE events ENABLE TRIGGER USER')
    const viewer = await world.viewer('A.office')
    await expect(verifyTimeline(viewer, { caseId: cases.review })).rejects.toMatchObject({
      code: 'chainBroken',
      params: { places: '2' },
    })
  })
})

describe('why a person can see a case', () => {
  test('agrees with what that person really sees, for everyone and every case', async () => {
    const office = await world.viewer('A.office')
    const ofA = Object.entries(world.users).filter(([who]) => who.startsWith('A.'))
    for (const [who, userId] of ofA) {
      const seen = new Set(
        await listCases(await world.viewer(who), {}, { limit: 100 }).then(
          ({ items }) => items.map(({ id }) => id),
          () => [],
        ),
      )
      for (const caseId of Object.values(cases)) {
        if (caseId === cases.foreign) continue
        const { person } = await readAccess(office, caseId, userId)
        expect([who, caseId, person?.sees]).toEqual([who, caseId, seen.has(caseId)])
        const open = await timeline(who, caseId).then(
          () => true,
          () => false,
        )
        expect([who, caseId, person?.timeline]).toEqual([who, caseId, open])
      }
    }
  })

  test.each([
    ['A.township', 'rectifying', true, 'township'],
    ['A.other-township', 'rectifying', false, 'otherTownship'],
    ['A.helper', 'rectifying', true, 'HELPER_UNIT'],
    ['A.team', 'planning', false, 'notBound'],
    ['A.leader', 'rectifying', true, 'countyOverview'],
    ['A.admin', 'rectifying', false, 'roleNever'],
  ] as const)('%s on %s: %s, because %s', async (who, name, sees, reason) => {
    const office = await world.viewer('A.office')
    const { person } = await readAccess(office, cases[name], world.users[who])
    expect(person?.sees).toBe(sees)
    expect(person?.appointments.map((one) => one.reason)).toEqual([reason])
  })

  test('only the county office asks', async () => {
    const ask = async (who: string) => readAccess(await world.viewer(who), cases.rectifying, '')
    await expect(ask('A.township')).rejects.toMatchObject({ status: 403 })
    await expect(ask('A.helper')).rejects.toMatchObject({ status: 403 })
    await expect(ask('A.admin')).rejects.toMatchObject({ status: 404 })
  })
})
