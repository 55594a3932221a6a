import { beforeAll, describe, expect, test } from 'vitest'
import { propose } from '@/lib/cases/commands'
import { read, transaction } from '@/lib/db'
import { storeDivisions } from '@/lib/directory/store-divisions'
import { changeCode, merge, rename, split } from '@/lib/villages/change-commands'
import { changeFacts } from '@/lib/villages/commands'
import { listVillages, readVillage } from '@/lib/villages/queries'
import { parseVillageFilters } from '@/lib/villages/schema'
import { acceptedAt } from '@/tests/support/case-accepted'
import { caseAt, eventsOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

/* Villages of county A: township 0 has A.0.0–A.0.5 (试11村 …), township 1 has A.1.0–A.1.5. */
const { owner } = databaseOfThisFile()
let world: World
const idOf = (village: string) => world.villages[village] ?? ''
const ordered = { effectiveOn: '2026-03-01', documentNo: '鹿民发〔2026〕3号' }

async function villageOf(village: string, who = 'A.office') {
  return readVillage(await world.viewer(who), idOf(village))
}
async function asIs(village: string) {
  return { villageId: idOf(village), version: (await villageOf(village)).version, ...ordered }
}
async function found(filters: object, who = 'A.township') {
  const { villages } = await listVillages(await world.viewer(who), filters)
  return villages.map((one) => one.name)
}
async function chainOf(id: string) {
  return read(await world.viewer('A.office'), (tx) =>
    tx.event.findMany({ where: { chain: `village:${id}` }, orderBy: { seq: 'asc' } }),
  )
}
const finding = () => ({ kindId: world.kinds[0] ?? '', title: '问题', cause: '', evidence: '' })

beforeAll(async () => {
  world = await makeWorld()
})

describe('a renaming', () => {
  test('keeps the former name, on the village and on its open case', async () => {
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.0.0' })
    const office = await world.viewer('A.office')
    const before = await villageOf('A.0.0')
    await rename(office, {
      ...(await asIs('A.0.0')),
      officialName: '飞鹅社区居民委员会',
      kind: 'COMMUNITY',
    })
    expect(await villageOf('A.0.0')).toMatchObject({
      name: '飞鹅社区',
      kind: 'COMMUNITY',
      version: before.version + 1,
      changes: [{ kind: 'RENAMED', nameBefore: before.name, ...ordered }],
    })
    expect(await eventsOf(world, 'A.0.0', caseId)).toContain('villageRenamed')
    expect((await chainOf(idOf('A.0.0'))).at(-1)?.details).toMatchObject({
      village: before.name,
      changes: { name: [before.name, '飞鹅社区'] },
    })
    for (const q of ['飞鹅', 'feie', 'fesq', before.name, '试11']) {
      expect(await found({ q })).toContain('飞鹅社区')
    }
  })

  test('to the same name, in the future, or of a village changed meanwhile is refused', async () => {
    const office = await world.viewer('A.office')
    const input = { officialName: '飞鹅社区居民委员会', kind: 'COMMUNITY' as const }
    const base = await asIs('A.0.0')
    await expect(rename(office, { ...base, ...input })).rejects.toMatchObject({
      issues: [{ field: 'officialName', code: 'sameAsBefore' }],
    })
    await expect(
      rename(office, { ...base, ...input, officialName: '另名村委会', effectiveOn: '2026-03-11' }),
    ).rejects.toMatchObject({ issues: [{ field: 'effectiveOn', code: 'dateInFuture' }] })
    await expect(
      rename(office, { ...base, ...input, officialName: '另名村委会', version: 1 }),
    ).rejects.toMatchObject({ status: 409, meanwhile: { kind: 'villageRenamed' } })
  })

  test('by anyone but the county office of this county is refused', async () => {
    const input = { ...(await asIs('A.0.1')), officialName: '另名村委会', kind: 'VILLAGE' as const }
    for (const who of ['A.township', 'A.leader', 'A.helper', 'A.admin']) {
      await expect(rename(await world.viewer(who), input)).rejects.toMatchObject({ status: 403 })
    }
    await expect(rename(await world.viewer('B.office'), input)).rejects.toMatchObject({
      status: 404,
    })
  })

  test('is kept from a township by the database too', async () => {
    const township = await world.viewer('A.township')
    await expect(
      transaction(township, (tx) =>
        tx.village.updateMany({ where: { id: idOf('A.0.1') }, data: { name: '别名村' } }),
      ),
    ).rejects.toThrow()
    await expect(owner.query("UPDATE village_changes SET name_before = 'x'")).rejects.toThrow(
      /append-only/,
    )
  })
})

describe('another code', () => {
  test('is found by both, and an older directory file does not list the village twice', async () => {
    const office = await world.viewer('A.office')
    const before = await villageOf('A.0.1')
    const code = '450223201288'
    await changeCode(office, { ...(await asIs('A.0.1')), code })
    expect(await found({ q: code })).toEqual([before.name])
    expect(await found({ q: before.code })).toEqual([before.name])
    const result = await transaction(office, (tx) =>
      storeDivisions(
        tx,
        { viewer: office },
        {
          countyId: '450223',
          file: 'old.csv',
          rows: [
            {
              line: 1,
              villageCode: before.code,
              villageName: before.officialName,
              kind: 'village',
              townshipCode: before.township.id,
              townshipName: before.township.name,
              countyCode: '450223',
              countyName: '鹿寨县',
              cityCode: '450200',
              cityName: '柳州市',
            },
          ],
        },
      ),
    )
    expect(result.added).toBe(0)
    expect(await found({ q: before.name })).toEqual([before.name])
  })

  test('of another township, or one in use now or before, is refused', async () => {
    const office = await world.viewer('A.office')
    const base = await asIs('A.0.2')
    const was = (await villageOf('A.0.1')).changes[0]?.codeBefore ?? ''
    for (const [code, reason] of [
      ['450223103299', 'codeOfOtherTownship'],
      [(await villageOf('A.0.3')).code, 'codeTaken'],
      [was, 'codeTaken'],
    ] as const) {
      await expect(changeCode(office, { ...base, code })).rejects.toMatchObject({
        issues: [{ field: 'code', code: reason }],
      })
    }
  })
})

describe('a merger', () => {
  test('leaves closed cases where they were and shows them with the successor', async () => {
    const { caseId } = await acceptedAt(world, 'CLOSED', { village: 'A.0.3' })
    const gone = await villageOf('A.0.3')
    await merge(await world.viewer('A.office'), {
      ...(await asIs('A.0.3')),
      successorId: idOf('A.0.4'),
      carryCase: false,
    })
    const after = await villageOf('A.0.3')
    expect(after).toMatchObject({ endedOn: '2026-03-01', mayEdit: false, mayChange: false })
    expect(after.cases.map((kase) => kase.id)).toEqual([caseId])
    const successor = await villageOf('A.0.4')
    expect(successor.cases).toEqual([])
    expect(successor.earlierCases).toMatchObject([{ id: caseId, of: gone.name }])
    expect((await villageOf('A.0.4', 'A.other-township')).earlierCases).toEqual([])
    for (const village of ['A.0.3', 'A.0.4']) {
      expect((await chainOf(idOf(village))).at(-1)?.kind).toBe('villageMerged')
    }
    expect(await found({})).not.toContain(gone.name)
    expect(await found({ ended: 'yes' })).toEqual([gone.name])
    expect(await found({ q: gone.name })).toEqual([gone.name, successor.name])
  })

  test('ends what can be done with a village', async () => {
    const township = await world.viewer('A.township')
    const ended = { villageId: idOf('A.0.3'), version: (await villageOf('A.0.3')).version }
    await expect(
      propose(township, {
        villageId: idOf('A.0.3'),
        proposal: '',
        findings: [finding()],
        relapse: 'no',
      }),
    ).rejects.toMatchObject({ code: 'villageEnded' })
    await expect(
      changeFacts(township, {
        ...ended,
        organisationType: 'BRANCH',
        withoutIncome: false,
        factsOn: worldDay,
      }),
    ).rejects.toMatchObject({ code: 'villageEnded' })
    await expect(
      merge(await world.viewer('A.office'), {
        ...(await asIs('A.0.4')),
        successorId: idOf('A.0.3'),
        carryCase: false,
      }),
    ).rejects.toMatchObject({ issues: [{ field: 'successorId', code: 'invalidChoice' }] })
  })

  test('waits for an open case, or carries it to the successor when told to', async () => {
    const { caseId } = await caseAt(world, 'RECTIFYING', { village: 'A.0.5' })
    const gone = await villageOf('A.0.5')
    const office = await world.viewer('A.office')
    const input = { ...(await asIs('A.0.5')), successorId: idOf('A.0.4') }
    await expect(merge(office, { ...input, carryCase: false })).rejects.toMatchObject({
      code: 'openCaseToCarry',
      params: { field: 'carryCase' },
    })
    await expect(
      merge(office, { ...input, successorId: idOf('A.0.0'), carryCase: true }),
    ).rejects.toMatchObject({ code: 'successorHasOpenCase' })
    await expect(
      merge(office, { ...input, successorId: idOf('A.1.0'), carryCase: true }),
    ).rejects.toMatchObject({ code: 'caseStaysInTownship' })
    expect((await villageOf('A.0.5')).endedOn).toBeNull()

    await merge(office, { ...input, carryCase: true })
    const successor = await villageOf('A.0.4')
    expect(successor.cases).toMatchObject([{ id: caseId, stage: 'RECTIFYING' }])
    expect((await villageOf('A.0.5')).cases).toEqual([])
    const events = await eventsOf(world, 'A.0.4', caseId)
    expect(events.at(-1)).toBe('caseMovedToSuccessor')
    expect(gone.name).not.toBe(successor.name)
  })

  test('moves no case but an open one of the village that was merged', async () => {
    const { rows } = await owner.query(
      "SELECT id FROM cases WHERE village_id = $1 AND stage = 'CLOSED'",
      [idOf('A.0.3')],
    )
    for (const [id, to] of [
      [rows[0]?.id, 'A.0.4'],
      [(await villageOf('A.0.4')).cases[0]?.id, 'A.0.2'],
    ] as const) {
      await expect(
        owner.query('UPDATE cases SET village_id = $2 WHERE id = $1', [id, idOf(to)]),
      ).rejects.toThrow(/frozen when it is listed/)
    }
  })
})

describe('a split', () => {
  test('adds a village beside the one that stays', async () => {
    const office = await world.viewer('A.office')
    const id = await split(office, {
      ...(await asIs('A.0.2')),
      officialName: '云台社区居委会',
      kind: 'COMMUNITY',
      code: '450223201277',
    })
    const made = await readVillage(office, id)
    const rest = await villageOf('A.0.2')
    expect(made).toMatchObject({ name: '云台社区', township: rest.township, factsOn: null })
    expect(rest.endedOn).toBeNull()
    for (const { changes } of [made, rest]) {
      expect(changes).toMatchObject([
        { kind: 'SPLIT', nameBefore: rest.name, nameAfter: '云台社区', codeAfter: '450223201277' },
      ])
    }
    expect(await found({ q: '云台' })).toEqual(['云台社区'])
    expect(await found({ q: rest.name })).toEqual([rest.name])
  })
})

test('the filter for merged villages is read from an address', () => {
  expect(parseVillageFilters({ ended: 'yes' })).toEqual({
    filters: { ended: 'yes' },
    ignored: false,
  })
  expect(parseVillageFilters({ ended: 'x' })).toEqual({ filters: {}, ignored: true })
})
