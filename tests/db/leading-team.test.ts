import { beforeAll, describe, expect, test } from 'vitest'
import { readGate } from '@/lib/cases/gate-facts'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { applyTeamChange } from '@/lib/leading-team/apply'
import { changeTeam, correctTerm } from '@/lib/leading-team/commands'
import { readTeam } from '@/lib/leading-team/queries'
import type { TeamChange } from '@/lib/leading-team/rules'
import { changeTeamInput } from '@/lib/leading-team/schema'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { caseAt, eventsOf } from '@/tests/support/case-at'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
const idOf = (village: string) => world.villages[village] ?? ''

beforeAll(async () => {
  world = await makeWorld()
})

async function chainOf(village: string) {
  const viewer = await world.viewer('A.office')
  return read(viewer, (tx) =>
    tx.event.findMany({
      where: { chain: `village:${idOf(village)}` },
      orderBy: { seq: 'asc' },
      select: { kind: true, details: true },
    }),
  )
}

const team = async (village: string, who = 'A.office') =>
  readTeam(await world.viewer(who), idOf(village))

async function apply(village: string, change: TeamChange, who = 'A.township') {
  const viewer = await world.viewer(who)
  return transaction(viewer, (tx) => applyTeamChange(tx, { viewer }, idOf(village), change))
}

async function form(village: string, changed: Partial<ReturnType<typeof changeTeamInput.parse>>) {
  const { version, posts, reserves } = await team(village)
  const blank = <T extends object>(row: T) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
  const whole = { posts: posts.map(blank), reserves: reserves.map(blank), ...changed }
  return changeTeamInput.parse({ villageId: idOf(village), version, ...whole })
}

describe('the form of the team', () => {
  test('takes a new holder, an added post and one done away with; who held them is kept', async () => {
    const before = await team('A.0.2')
    const [secretary, deputy] = before.posts
    await changeTeam(
      await world.viewer('A.township'),
      await form('A.0.2', {
        posts: [
          { id: secretary?.id, title: 'SECRETARY', holderName: '覃某', fromOn: '2026-03-01' },
          { id: deputy?.id, title: 'DEPUTY_SECRETARY', fromOn: '2020-01-01' },
          { title: 'ORGANISATION_MEMBER', holderName: '韦某' },
        ],
        reason: '换届',
      }),
    )
    const after = await team('A.0.2')
    expect(after.posts.map(({ title, holderName, fromOn }) => [title, holderName, fromOn])).toEqual(
      [
        ['SECRETARY', '覃某', '2026-03-01'],
        ['DEPUTY_SECRETARY', null, null],
        ['ORGANISATION_MEMBER', '韦某', null],
      ],
    )
    const former = after.former.map(({ title, holderName, toOn }) => [title, holderName, toOn])
    expect(former).toHaveLength(3)
    expect(former).toContainEqual(['SECRETARY', '某0', '2026-02-28'])
    expect(former.map(([title]) => title)).toContain('VILLAGE_DIRECTOR')
    expect(after.former[0]).toMatchObject({ reason: '换届' })
    expect((await chainOf('A.0.2'))[0]).toMatchObject({
      kind: 'villageChanged',
      details: {
        changes: {
          posts: [
            ['SECRETARY:某0:', 'DEPUTY_SECRETARY:某1:', 'VILLAGE_DIRECTOR:某2:'],
            [
              'SECRETARY:覃某:2026-03-01',
              'DEPUTY_SECRETARY::2020-01-01',
              'ORGANISATION_MEMBER:韦某:',
            ],
          ],
        },
      },
    })
  })

  test('a name set right is no change of holder', async () => {
    const [secretary, ...rest] = (await form('A.0.1', {})).posts
    if (!secretary) throw new Error('no secretary')
    await changeTeam(
      await world.viewer('A.office'),
      await form('A.0.1', { posts: [{ ...secretary, holderName: '某零' }, ...rest] }),
    )
    const after = await team('A.0.1')
    expect(after.posts[0]).toMatchObject({ holderName: '某零' })
    expect(after.former).toEqual([])
  })

  test('a reserve is named, ends on a day, and is never simply left out', async () => {
    const office = await world.viewer('A.office')
    const { reserves } = await form('A.1.0', {})
    const [one, two] = reserves
    if (!one || !two) throw new Error('two reserves')
    await expect(
      changeTeam(office, await form('A.1.0', { reserves: [one] })),
    ).rejects.toMatchObject({
      issues: [{ field: 'reserves', code: 'reserveMissing' }],
    })
    await expect(
      changeTeam(
        office,
        await form('A.1.0', { reserves: [{ ...one, promotedTo: 'SECRETARY' }, two] }),
      ),
    ).rejects.toMatchObject({ issues: [{ field: 'reserves.0.toOn', code: 'required' }] })
    const left = { ...one, toOn: worldDay, promotedTo: 'SECRETARY' as const }
    await changeTeam(
      office,
      await form('A.1.0', { reserves: [left, two, { name: '储丙', note: '' }] }),
    )
    const after = await team('A.1.0')
    expect(after.reserves.map(({ name }) => name).sort()).toEqual(['储丙', two.name].sort())
    expect(after.formerReserves).toMatchObject([{ name: one.name, promotedTo: 'SECRETARY' }])
    expect(after.required).toBe(2)
  })

  test('takes no post of another village, no stale page and no change from other roles', async () => {
    const office = await world.viewer('A.office')
    const stranger = { id: (await team('A.0.3')).posts[0]?.id, title: 'SECRETARY' as const }
    await expect(
      changeTeam(office, await form('A.0.4', { posts: [stranger] })),
    ).rejects.toMatchObject({ issues: [{ field: 'posts.0.title' }] })
    const input = await form('A.0.4', { posts: [] })
    await expect(changeTeam(office, { ...input, version: 9 })).rejects.toMatchObject({
      status: 409,
    })
    for (const who of ['A.helper', 'A.other-township', 'A.admin', 'A.leader']) {
      await expect(changeTeam(await world.viewer(who), input)).rejects.toMatchObject({
        status: 403,
      })
    }
    await expect(changeTeam(await world.viewer('B.office'), input)).rejects.toMatchObject({
      status: 404,
    })
    expect((await team('A.0.4')).posts).toHaveLength(3)
    expect(await chainOf('A.0.4')).toEqual([])
  })

  test('a former holder is recorded and set right, with an event', async () => {
    const township = await world.viewer('A.township')
    const term = { villageId: idOf('A.0.5'), title: 'SECRETARY' as const, reason: '' }
    const given = {
      ...term,
      version: 1,
      holderName: '农某',
      fromOn: '2014-08-01',
      toOn: '2021-02-01',
    }
    await correctTerm(township, given)
    const [stored] = (await team('A.0.5')).former
    await correctTerm(township, { ...given, version: 2, termId: stored?.id, holderName: '侬某' })
    expect((await team('A.0.5')).former).toMatchObject([{ holderName: '侬某', toOn: '2021-02-01' }])
    await expect(
      correctTerm(township, { ...given, version: 3, toOn: '2013-01-01' }),
    ).rejects.toMatchObject({ issues: [{ field: 'toOn', code: 'tooEarly' }] })
    await expect(
      correctTerm(await world.viewer('A.helper'), { ...given, version: 3 }),
    ).rejects.toMatchObject({ status: 403 })
    expect((await chainOf('A.0.5')).map(({ kind }) => kind)).toEqual([
      'villageChanged',
      'villageChanged',
    ])
  })
})

describe('a change told by a work record', () => {
  const secretary = (holderName: string | null, fromOn = '2026-03-01'): TeamChange => ({
    kind: 'holderChanged',
    ...{ title: 'SECRETARY' as const, holderName, fromOn, reason: '调整' },
  })

  test('of the secretary changes the gate, and stands on the village and the case', async () => {
    const { caseId } = await caseAt(world, 'RECTIFYING', { village: 'A.1.2' })
    const missing = async () => {
      const office = await world.viewer('A.office')
      const items = await read(office, (tx) =>
        readGate(tx, caseId, 'application', defaultRuleSet, worldDay),
      )
      return items.find(({ code }) => code === 'leadingTeam')?.missing.map(({ code }) => code)
    }
    const own = 'A.other-township'
    expect(await missing()).toEqual([])
    await apply('A.1.2', secretary(null), own)
    expect(await missing()).toEqual(['postVacant'])
    await apply('A.1.2', secretary('覃某', '2026-03-05'), own)
    expect(await missing()).toEqual([])
    const [reserve] = (await team('A.1.2')).reserves
    await apply('A.1.2', { kind: 'reserveLeft', reserveId: reserve?.id ?? '', toOn: worldDay }, own)
    expect(await missing()).toEqual(['reservesShort'])
    await apply('A.1.2', { kind: 'reserveAdded', name: '储丁', fromOn: worldDay }, own)
    expect(await missing()).toEqual([])
    const told = ['postHolderChanged', 'postHolderChanged', 'reserveCadreLeft', 'reserveCadreAdded']
    expect((await chainOf('A.1.2')).map(({ kind }) => kind)).toEqual(told)
    expect((await eventsOf(world, 'A.1.2', caseId)).slice(-4)).toEqual(told)
    expect((await team('A.1.2')).former).toMatchObject([
      { holderName: '某0', toOn: '2026-02-28', reason: '调整' },
    ])
  })

  test('adds a member, and asks which post when there are several', async () => {
    const member = (holderName: string): TeamChange => ({
      kind: 'memberAdded',
      ...{ title: 'VILLAGE_COMMITTEE_MEMBER' as const, holderName, fromOn: worldDay },
    })
    await apply('A.0.3', member('蓝某'))
    const id = await apply('A.0.3', member('陆某'))
    const follow = {
      title: 'VILLAGE_COMMITTEE_MEMBER' as const,
      holderName: '潘某',
      fromOn: worldDay,
    }
    await expect(apply('A.0.3', { kind: 'holderChanged', ...follow })).rejects.toMatchObject({
      issues: [{ field: 'postId', code: 'postUnclear' }],
    })
    await expect(
      apply('A.0.3', { kind: 'holderChanged', ...follow, postId: id }),
    ).rejects.toMatchObject({ issues: [{ field: 'fromOn', code: 'successorTooEarly' }] })
  })

  test('is refused for a day to come, the same holder, other roles and another county', async () => {
    await expect(apply('A.0.0', secretary('覃某', '2026-12-01'))).rejects.toMatchObject({
      issues: [{ field: 'fromOn', code: 'dateInFuture' }],
    })
    await expect(apply('A.0.0', secretary('某0'))).rejects.toMatchObject({
      issues: [{ field: 'holderName', code: 'sameHolder' }],
    })
    for (const who of ['A.helper', 'A.team', 'A.other-township', 'A.admin']) {
      await expect(apply('A.0.0', secretary('覃某'), who)).rejects.toMatchObject({ status: 403 })
    }
    await expect(apply('A.0.0', secretary('覃某'), 'B.office')).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      apply('A.0.0', { kind: 'reserveLeft', reserveId: newId(), toOn: worldDay }),
    ).rejects.toMatchObject({ issues: [{ field: 'reserveId', code: 'invalidChoice' }] })
    expect(await chainOf('A.0.0')).toEqual([])
  })
})
