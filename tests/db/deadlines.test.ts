import { beforeAll, describe, expect, test } from 'vitest'
import { calendarNow } from '@/lib/calendar/queries'
import { pause } from '@/lib/cases/pause-commands'
import { answerRequest, raiseRequest, routeRequest } from '@/lib/coordination/commands'
import { deadlinesOf } from '@/lib/dashboards/deadlines'
import { addDays } from '@/lib/dates'
import { read } from '@/lib/db'
import { askExtension } from '@/lib/extensions/commands'
import { answerInstruction, recordInstruction } from '@/lib/instructions/commands'
import { stateOf } from '@/tests/support/case-at'
import { caseMix } from '@/tests/support/case-mix'
import { addCast } from '@/tests/support/cast'
import { statementsOf } from '@/tests/support/statements'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
let cases: Awaited<ReturnType<typeof caseMix>>
let request: string
let instruction: string

const deadlines = async (who: string, today = worldDay) => {
  const viewer = await world.viewer(who, today)
  return read(viewer, async (tx) => deadlinesOf(tx, viewer, await calendarNow(tx)))
}
const of = async (who: string, key: string, today?: string) =>
  (await deadlines(who, today)).filter((one) => one.key.endsWith(key))
const kinds = async (who: string, today?: string) =>
  [...new Set((await deadlines(who, today)).map(({ kind }) => kind))].toSorted()

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  cases = await caseMix(world)
  const township = await world.viewer('A.township')
  const caseId = cases.rectifying
  request = await raiseRequest(township, { caseId, title: '林地权属争议', request: '请协调勘界' })
  instruction = await recordInstruction(await world.viewer('A.office'), {
    caseId,
    leaderName: '覃书记',
    givenOn: worldDay,
    text: '请抓紧',
    organisationId: world.organisations['A.helper-2'] ?? '',
    dueOn: addDays(worldDay, 9),
  })
}, 120_000)

describe('what falls due within 14 days', () => {
  test('is of every kind that has a deadline, in order, each with its page', async () => {
    const found = await deadlines('A.office')
    expect(found.map(({ day }) => day)).toEqual(found.map(({ day }) => day).toSorted())
    for (const { day } of found) {
      expect(day >= worldDay && day <= addDays(worldDay, 14)).toBe(true)
    }
    expect(await of('A.office', instruction)).toMatchObject([
      {
        kind: 'instruction',
        day: addDays(worldDay, 9),
        title: '覃书记',
        href: `/instructions/${instruction}`,
        light: { colour: 'green', code: 'instructionOnTime' },
      },
    ])
    expect(await of('A.office', request)).toMatchObject([
      { kind: 'coordination', title: '林地权属争议', href: `/coordination/${request}` },
    ])
    expect(await of('A.office', cases.review)).toMatchObject([
      { kind: 'planReview', href: `/cases/${cases.review}/plan` },
    ])
    expect(await kinds('A.office')).toContain('acceptance')
    expect(await kinds('A.office', addDays(worldDay, 10))).toContain('candidate')
    expect(await kinds('A.other-township', '2026-06-09')).toContain('followUp')
  })

  test('an instruction that is due before the plan of its village is told once', async () => {
    const id = await recordInstruction(await world.viewer('A.office'), {
      caseId: cases.review,
      leaderName: '韦部长',
      givenOn: worldDay,
      text: '请当日回复',
      organisationId: world.organisations['A.helper-2'] ?? '',
      dueOn: worldDay,
    })
    const told = (await deadlines('A.office')).filter(({ kind }) => kind === 'instruction')
    expect(told.map(({ key, title }) => [key, title])).toContainEqual([
      `instruction:${id}`,
      '韦部长',
    ])
    expect(told.map(({ title }) => title)).not.toContain('')
  })

  test('a request moves to its department’s deadline, and leaves when it is answered', async () => {
    const office = await world.viewer('A.office')
    const dueOn = addDays(worldDay, 12)
    const departmentId = world.organisations['A.helper-2'] ?? ''
    const input = { requestId: request, departmentId, dueOn, note: '' }
    await routeRequest(office, { ...input, version: 1 })
    expect(await of('A.township', request)).toMatchObject([{ day: dueOn }])
    await answerRequest(await world.viewer('A.other-helper'), {
      requestId: request,
      version: 2,
      answer: '已勘界',
    })
    expect(await of('A.office', request)).toEqual([])
  })

  test('an extension asked for falls due for its decision', async () => {
    const township = await world.viewer('A.township')
    const measure = await read(township, (tx) =>
      tx.measure.findFirstOrThrow({
        where: { caseId: cases.rectifying, status: 'OPEN' },
        select: { id: true, title: true },
      }),
    )
    await askExtension(township, {
      caseId: cases.rectifying,
      measureId: measure.id,
      newDueOn: '2026-08-10',
      reason: '汛期延误施工',
    } as Parameters<typeof askExtension>[1])
    const asked = (await deadlines('A.office')).filter(({ kind }) => kind === 'extension')
    expect(asked).toMatchObject([
      {
        title: measure.title,
        href: `/cases/${cases.rectifying}/measures/${measure.id}#extensions`,
      },
    ])
  })

  test('stays in scope: the other township, another county, a leader not linked', async () => {
    const own = await deadlines('A.other-township')
    expect(own.some(({ href }) => href.includes(cases.rectifying))).toBe(false)
    expect(await of('A.other-township', instruction)).toEqual([])
    expect(await of('A.unlinked-leader', instruction)).toEqual([])
    expect(await of('A.unlinked-leader', cases.review)).toHaveLength(1)
    const office = new Set((await deadlines('A.office')).map(({ key }) => key))
    expect((await deadlines('B.office')).some(({ key }) => office.has(key))).toBe(false)
  })

  test('leaves when it is done or the case is paused, and needs one statement', async () => {
    await answerInstruction(await world.viewer('A.other-helper'), {
      instructionId: instruction,
      version: 1,
      answer: '已办',
    })
    expect(await of('A.office', instruction)).toEqual([])
    expect(await of('A.office', cases.review)).toHaveLength(1)
    const { version } = await stateOf(world, 'A.0.2', cases.review)
    await pause(await world.viewer('A.office'), { caseId: cases.review, version, reason: '撤并' })
    expect(await of('A.office', cases.review)).toEqual([])
    const viewer = await world.viewer('A.office')
    const calendar = await read(viewer, calendarNow)
    const sent = await statementsOf(() => read(viewer, (tx) => deadlinesOf(tx, viewer, calendar)))
    expect(sent).toHaveLength(1)
  })
})
