import { beforeAll, describe, expect, test } from 'vitest'
import { once } from '@/lib/api/idempotency'
import { instructionById, pageOfInstructions } from '@/lib/api/instruction-list'
import { instructionView, requestView } from '@/lib/api/letter-schemas'
import { performAct } from '@/lib/api/perform-act'
import { pageOfRequests, requestById } from '@/lib/api/request-list'
import { searchFor } from '@/lib/api/search-view'
import { raiseRequest } from '@/lib/coordination/commands'
import { recordInstruction } from '@/lib/instructions/commands'
import { search } from '@/lib/search/queries'
import { termOf } from '@/lib/search/term'
import { bind, caseAt } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let caseId: string
let requestId: string
let instructionId: string
const who = (key: string) => world.viewer(key)
const unit = (key: string) => world.organisations[key] ?? ''

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  caseId = (await caseAt(world, 'PLANNING', { village: 'A.0.0' })).caseId
  await bind(world, 'A.0.0', caseId, 'HELPER_UNIT')
  requestId = await raiseRequest(await who('A.township'), {
    caseId,
    title: '林地权属争议',
    request: '请县里协调确认林地界址。',
  })
  instructionId = await recordInstruction(await who('A.office'), {
    caseId,
    leaderName: '韦书记',
    givenOn: '2026-03-09',
    text: '请抓紧落实产业项目。',
    organisationId: unit('A.helper-2'),
    dueOn: '2026-03-20',
  })
})

const act = async (person: string, part: string, id: string, name: string, body: object) =>
  performAct(await who(person), { part, id, act: name }, { ...body })
const requests = async (person: string) => {
  const { items, total } = await pageOfRequests(await who(person), { limit: 10 })
  expect(total).toBe(items.length)
  return items.map(({ id, caseId }) => [id, caseId])
}
const instructions = async (person: string) => {
  const { items } = await pageOfInstructions(await who(person), { limit: 10 })
  return items.map(({ id, caseId }) => [id, caseId])
}

describe('coordination requests by the API', () => {
  test('are listed and read in scope only, the case named only to whom it is open', async () => {
    for (const person of ['A.office', 'A.township', 'A.unlinked-leader', 'A.helper']) {
      expect(await requests(person), person).toEqual([[requestId, caseId]])
    }
    for (const person of ['A.other-township', 'A.other-helper', 'A.other-inspector', 'B.office']) {
      expect(await requests(person).catch(({ code }) => code), person).toSatisfy(
        (found) => found === 'forbidden' || (Array.isArray(found) && found.length === 0),
      )
      await expect(requestById(await who(person), requestId), person).rejects.toMatchObject({
        code: 'notFound',
      })
    }
    await expect(requests('A.admin')).rejects.toMatchObject({ code: 'forbidden' })
    const whole = await requestById(await who('A.township'), requestId)
    expect(requestView.parse(whole)).toEqual(whole)
    expect(whole).toMatchObject({ status: 'RAISED', village: { name: '试11村' }, department: null })
  })

  test('go their whole way by the verbs of the pages, with the same refusals', async () => {
    const route = { version: 1, departmentId: unit('A.helper-2'), dueOn: '2026-03-20' }
    await expect(
      act('A.township', 'coordination', requestId, 'route', route),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      act('A.other-township', 'coordination', requestId, 'withdraw', { version: 1, reason: '不' }),
    ).rejects.toThrow()
    await expect(
      act('A.office', 'coordination', requestId, 'route', { version: 1 }),
    ).rejects.toMatchObject({ code: 'invalidInput' })
    expect(await act('A.office', 'coordination', requestId, 'route', route)).toEqual({
      id: requestId,
      status: 'ROUTED',
      version: 2,
    })
    await expect(act('A.office', 'coordination', requestId, 'route', route)).rejects.toMatchObject({
      status: 409,
    })
    expect(await requests('A.other-helper')).toEqual([[requestId, null]])
    const asked = { version: 2, answer: '已实地勘界' }
    expect(await act('A.other-helper', 'coordination', requestId, 'answer', asked)).toMatchObject({
      status: 'ANSWERED',
    })
    const settle = { version: 3, note: '双方已签字' }
    expect(await act('A.township', 'coordination', requestId, 'settle', settle)).toMatchObject({
      status: 'SETTLED',
      version: 4,
    })
    await expect(
      act('A.township', 'coordination', requestId, 'toString', {}),
    ).rejects.toMatchObject({ code: 'unknownVerb' })
  })

  test('are raised once however often the same key is sent', async () => {
    const viewer = await who('A.township')
    const body = { caseId, title: '道路用地', request: '请自然资源局支持。' }
    const send = () =>
      once(viewer, 'key-1', { path: '/coordination', body }, async () => ({
        id: await raiseRequest(viewer, body),
      }))
    const [first, second] = [await send(), await send()]
    expect(second).toEqual(first)
    expect((await pageOfRequests(viewer, { limit: 10, status: 'RAISED' })).items).toHaveLength(1)
  })
})

describe('instructions by the API', () => {
  test('are read where the case is open and by whoever is to act', async () => {
    for (const person of ['A.office', 'A.township']) {
      expect(await instructions(person), person).toEqual([[instructionId, caseId]])
    }
    expect(await instructions('A.other-helper')).toEqual([[instructionId, null]])
    for (const person of ['A.other-township', 'A.unlinked-leader', 'B.office']) {
      expect(await instructions(person), person).toEqual([])
      await expect(instructionById(await who(person), instructionId)).rejects.toMatchObject({
        code: 'notFound',
      })
    }
    await expect(instructions('A.admin')).rejects.toMatchObject({ code: 'forbidden' })
    const whole = await instructionById(await who('A.other-helper'), instructionId)
    expect(instructionView.parse(whole)).toEqual(whole)
  })

  test('are answered, returned and answered again', async () => {
    const answer = (version: number) =>
      act('A.other-helper', 'instructions', instructionId, 'answer', { version, answer: '已落实' })
    expect(await answer(1)).toEqual({ id: instructionId, status: 'answered', version: 2 })
    await expect(answer(2)).rejects.toMatchObject({ code: 'instructionAnswered' })
    const back = { version: 2, reason: '尚未开工' }
    await expect(
      act('A.township', 'instructions', instructionId, 'return', back),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect(await act('A.office', 'instructions', instructionId, 'return', back)).toEqual({
      id: instructionId,
      status: 'returned',
      version: 3,
    })
    const open = await pageOfInstructions(await who('A.office'), { limit: 1, state: 'returned' })
    expect(open.items.map(({ returnReason }) => returnReason)).toEqual(['尚未开工'])
    expect(await answer(3)).toMatchObject({ status: 'answered' })
  })
})

describe('search by the API', () => {
  const ids = (found: Record<string, unknown>) =>
    Object.entries(found).flatMap(([kind, hits]) =>
      typeof hits === 'object' && hits !== null && 'items' in hits
        ? (hits.items as { id: string }[]).map(({ id }) => `${kind} ${id}`)
        : [],
    )

  test.each(['A.office', 'A.township', 'A.other-township', 'A.helper', 'A.admin', 'B.office'])(
    'finds for %s what the page finds',
    async (person) => {
      const viewer = await who(person)
      for (const text of ['试11村', '村', 'helper', '450223']) {
        const term = termOf(text)
        if (!term) throw new Error('nothing to look for')
        expect(ids(await searchFor(viewer, text))).toEqual(ids(await search(viewer, term)))
      }
    },
  )

  test('never tells a case or a person to whom they are not open', async () => {
    const found = async (person: string) => searchFor(await who(person), '试11村')
    expect((await found('A.office')).cases.items.map(({ id }) => id)).toEqual([caseId])
    expect((await found('A.other-township')).cases.items).toEqual([])
    expect((await found('B.office')).villages.items.map(({ township }) => township.code)).toEqual([
      '451322101',
    ])
    expect((await searchFor(await who('A.township'), 'township')).people.items).toEqual([])
    expect((await searchFor(await who('A.admin'), '试11村')).cases.items).toEqual([])
  })

  test.each(['一', '%', '_', '\\', "'", '😀', '\0村', '长'.repeat(500)])(
    'answers whatever is asked: %j',
    async (text) => {
      const { text: looked } = await searchFor(await who('A.office'), text)
      expect([...looked].length).toBeLessThanOrEqual(40)
    },
  )

  test('blank is refused', async () => {
    await expect(searchFor(await who('A.office'), ' \u3000 ')).rejects.toMatchObject({
      code: 'invalidInput',
    })
  })
})
