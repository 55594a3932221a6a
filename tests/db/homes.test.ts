import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseFilter } from '@/lib/cases/list-filter'
import { listCases } from '@/lib/cases/list-queries'
import { road } from '@/lib/cases/steps'
import { readHome } from '@/lib/dashboards/home-queries'
import { setupSteps } from '@/lib/dashboards/setup-steps'
import { askExtension } from '@/lib/extensions/commands'
import { caseMix } from '@/tests/support/case-mix'
import { statementsOf } from '@/tests/support/statements'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let cases: Awaited<ReturnType<typeof caseMix>>

async function home(who: string, today?: string) {
  return readHome(await world.viewer(who, today))
}
async function verbs(who: string, today?: string) {
  const { queue } = await home(who, today)
  return queue.map(({ verb, href }) => [verb, nameIn(href)]).toSorted()
}
function nameIn(href: string): string {
  const id = /\/cases\/([0-9a-f-]+)/.exec(href)?.[1]
  return Object.entries(cases).find((entry) => entry[1] === id)?.[0] ?? '?'
}

beforeAll(async () => {
  world = await makeWorld()
  cases = await caseMix(world)
}, 120_000)

describe('queues', () => {
  test('the county office decides: candidates, plans, acceptances, closings', async () => {
    expect(await verbs('A.office')).toEqual([
      ['assignSlots', '?'],
      ['close', 'consolidating'],
      ['confirm', 'candidate'],
      ['confirm', 'otherCandidate'],
      ['countyAcceptance', 'county'],
      ['reviewPlan', 'review'],
    ])
  })

  test('a township drafts, solves and applies; each only its own villages', async () => {
    expect(await verbs('A.township')).toEqual([
      ['draftPlan', 'planning'],
      ['solveProblems', 'rectifying'],
    ])
    expect(await verbs('A.other-township')).toEqual([['applyForAcceptance', 'ready']])
  })

  test('measures come up when they turn yellow and red, follow-ups when they are near', async () => {
    const near = await verbs('A.township', '2026-06-20')
    expect(near.filter(([verb]) => verb === 'measure')).toHaveLength(3)
    const { queue } = await home('A.township', '2026-07-05')
    expect(queue.filter(({ verb }) => verb === 'measure').map(({ light }) => light.colour)).toEqual(
      ['red', 'red', 'red'],
    )
    const due = await verbs('A.other-township', '2026-06-09')
    expect(due).toContainEqual(['followUp', 'closed'])
  })

  test('helper unit and work team see the measures that name them, always with their light', async () => {
    for (const [who, title] of [
      ['A.helper', '落实帮扶项目'],
      ['A.team', '开展“三会一课”'],
    ] as const) {
      const { queue, overview, appointments } = await home(who)
      expect(queue.map(({ verb, why, light }) => [verb, why.title, light.colour])).toEqual([
        ['measure', title, 'green'],
      ])
      expect([overview, appointments]).toEqual([null, null])
    }
  })

  test('an extension that was asked waits for the county office', async () => {
    const viewer = await world.viewer('A.helper')
    const { queue } = await readHome(viewer)
    const measureId = queue[0]?.key ?? ''
    await askExtension(viewer, {
      caseId: cases.rectifying,
      measureId,
      newDueOn: '2026-07-20',
      reason: '连日降雨停工',
    } as Parameters<typeof askExtension>[1])
    const office = await home('A.office')
    const item = office.queue.find(({ verb }) => verb === 'decideExtension')
    expect(item).toMatchObject({ why: { title: '落实帮扶项目', to: '2026-07-20' } })
    expect(nameIn(item?.href ?? '')).toBe('rectifying')
  })

  test('nothing of a paused case or of another county waits', async () => {
    const every = ['A.office', 'A.township', 'A.other-township', 'A.helper', 'A.team']
    for (const who of every) {
      const names = (await verbs(who, '2026-07-05')).map(([, name]) => name)
      expect(names).not.toContain('paused')
      expect(names).not.toContain('foreign')
    }
    expect(await verbs('B.helper')).toEqual([])
  })

  test('no one is asked to accept what they applied for themselves', async () => {
    const waits = async (who: string) =>
      (await verbs(who)).filter(([verb]) => verb === 'townshipAcceptance')
    expect(await waits('A.other-township-2')).toEqual([['townshipAcceptance', 'applied']])
    expect(await waits('A.other-township')).toEqual([])
  })

  test('the administrator’s home holds no case', async () => {
    expect(await home('A.admin')).toMatchObject({
      queue: [],
      overview: null,
      deadlines: null,
      linked: null,
      accounts: { active: 11, suspended: 0, organisations: 10 },
      appointments: 0,
    })
  })

  test('the administrator sees how far the county is set up, nobody else does', async () => {
    const { setup } = await home('A.admin')
    const done = (steps: typeof setup) => steps?.map((step) => [step.name, step.done])
    expect(done(setup)).toEqual([
      ['directory', true],
      ['organisations', true],
      ['accounts', true],
      ['office', true],
      ['appointments', true],
      ['calendar', true],
    ])
    expect((await home('A.office')).setup).toBeNull()
    expect(done((await home('A.admin', '2031-06-20')).setup)).toContainEqual(['calendar', false])
  })

  test('a county of which nothing is known begins with its directory', () => {
    const nothing = { villages: 0, units: 0, people: 0, office: 0, appointed: 0, calendar: false }
    expect(setupSteps(nothing).every(({ done }) => !done)).toBe(true)
    const imported = setupSteps({ ...nothing, villages: 119 })
    expect(imported.find(({ done }) => !done)?.href).toBe('/admin/organisations/import')
  })
})

describe('figures', () => {
  test.each(['A.office', 'A.leader', 'A.township'])(
    'of %s are the lengths of the lists they open',
    async (who) => {
      const viewer = await world.viewer(who, '2026-06-20')
      const { overview } = await readHome(viewer)
      const total = async (filter: CaseFilter) =>
        (await listCases(viewer, filter, { limit: 1 })).total
      expect(overview?.grid.length).toBeGreaterThan(0)
      for (const row of overview?.grid ?? []) {
        for (const stage of road) {
          const cell = row.cells[stage]
          expect(cell?.count ?? 0).toBe(await total({ township: row.id, stage }))
        }
      }
      for (const band of overview?.bands ?? []) {
        const { id: batch, byStage } = band
        expect(band.total).toBe(await total({ batch }))
        expect(band.transformed).toBe(await total({ batch, state: 'transformed' }))
        for (const stage of road) expect(byStage[stage] ?? 0).toBe(await total({ batch, stage }))
      }
    },
  )

  test('a cell of the grid has the worst light of its cases', async () => {
    const viewer = await world.viewer('A.office', '2026-06-20')
    const { overview } = await readHome(viewer)
    const { items } = await listCases(viewer, {}, { limit: 100 })
    for (const row of overview?.grid ?? []) {
      for (const stage of road) {
        const colours = items
          .filter((item) => item.township.code === row.id && item.stage === stage)
          .map((item) => item.light.colour)
        const worst = (['red', 'yellow', 'green', 'grey'] as const).find((one) =>
          colours.includes(one),
        )
        expect(row.cells[stage]?.colour).toBe(worst)
      }
    }
  })

  test('deadlines of 14 days are measures of open cases, none further ahead', async () => {
    const measures = async (today: string) =>
      (await home('A.leader', today)).deadlines?.filter(({ kind }) => kind === 'measure')
    expect((await measures('2026-06-20'))?.map(({ day }) => day)).toContain('2026-06-30')
    expect(await measures('2026-06-15')).toEqual([])
  })
})

test('no home needs more than twelve statements', async () => {
  for (const who of ['office', 'leader', 'township', 'helper', 'team', 'inspector', 'admin']) {
    const viewer = await world.viewer(`A.${who}`)
    const sent = await statementsOf(() => readHome(viewer))
    expect(sent.length, who).toBeLessThanOrEqual(12)
  }
})
