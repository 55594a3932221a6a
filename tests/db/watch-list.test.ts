import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '@/lib/db'
import {
  clearListing,
  declineListing,
  listDirectly,
  listProposed,
  replyToListing,
} from '@/lib/watch-list/commands'
import { proposeListings } from '@/lib/watch-list/propose'
import { listListings, readListing } from '@/lib/watch-list/queries'
import { caseAt } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
/** All measures are due on 30 June. */
const [before, after] = ['2026-06-30', '2026-07-10']
const words = { reason: '措施逾期多', measures: '约谈主要负责人，限期一个月', basis: '部务会' }

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  for (const village of ['A.0.0', 'A.0.1']) await caseAt(world, 'RECTIFYING', { village })
})

const office = (day = after) => world.viewer('A.office', day)
const seenBy = async (who: string, day = after) =>
  (await listListings(await world.viewer(who, day), {}).catch(() => ({ listings: [] }))).listings
const proposals = async () => (await seenBy('A.office')).filter(({ state }) => state === 'PROPOSED')
const kinds = async () => {
  const { rows } = await owner.query(
    "SELECT kind FROM events WHERE kind LIKE 'watch%' ORDER BY at, seq",
  )
  return rows.map(({ kind }) => kind)
}

describe('what the rules propose', () => {
  test('nobody before anything is overdue; then who has the larger share of it, with the list behind it', async () => {
    expect(await proposeListings(before)).toBe(0)
    // Two cases: four measures of the township and its team; two of the helper unit are too few.
    expect(await proposeListings(after)).toBe(1)
    const [found] = await proposals()
    expect(found?.organisation.id).toBe(world.organisations['A.township-0'])
    expect(found?.findings).toEqual([
      expect.objectContaining({ rule: 'overdueShare', numerator: 4, denominator: 4, limit: 30 }),
    ])
    expect(found?.findings[0]?.items.map(({ counts, dueOn }) => [counts, dueOn])).toEqual(
      Array(4).fill([1, before]),
    )
    expect(await proposeListings(after)).toBe(0)
    expect(await proposals()).toHaveLength(1)
    expect(await kinds()).toEqual(['watchProposed'])
  })

  test('only the county office sees a proposal', async () => {
    for (const who of ['A.leader', 'A.township', 'A.helper', 'A.team', 'A.admin', 'A.inspector']) {
      expect([who, await seenBy(who)]).toEqual([who, []])
    }
    const [found] = await proposals()
    await expect(
      readListing(await world.viewer('A.township', after), found?.id ?? ''),
    ).rejects.toMatchObject({ status: 404 })
    expect(await seenBy('B.office')).toEqual([])
  })

  test('it lapses when its grounds are gone, and comes again with them', async () => {
    await owner.query("UPDATE measures SET due_on = '2026-12-31' WHERE county_id = '450223'")
    expect(await proposeListings(after)).toBe(0)
    expect(await proposals()).toEqual([])
    await owner.query(`UPDATE measures SET due_on = '${before}' WHERE county_id = '450223'`)
    expect(await proposeListings(after)).toBe(1)
    expect(await kinds()).toEqual(['watchProposed', 'watchLapsed', 'watchProposed'])
  })

  test('the database lets the machine propose no member of a team, and list nobody', async () => {
    const { rows } = await owner.query('SELECT to_jsonb(w) AS row FROM watch_listings w LIMIT 1')
    const put = (change: object) =>
      owner.query(
        'INSERT INTO watch_listings SELECT (jsonb_populate_record(null::watch_listings, $1)).*',
        [{ ...rows[0].row, ...change }],
      )
    const fresh = { id: '0198c000-0000-7000-8000-000000000001' }
    await expect(put({ ...fresh, state: 'PROPOSED', member_name: '某队员' })).rejects.toThrow(
      'watch_listings_machine',
    )
    await expect(put({ ...fresh, state: 'LISTED' })).rejects.toThrow('watch_listings_decided')
  })
})

describe('what people decide', () => {
  const version = async (id: string) => (await readListing(await office(), id)).listing.version

  test('listed with reason and measures; the organisation answers; others see nothing; cleared', async () => {
    const [found] = await proposals()
    const id = found?.id ?? ''
    const on = { listingId: id, version: await version(id) }
    await expect(
      listProposed(await world.viewer('A.township', after), { ...on, ...words }),
    ).rejects.toMatchObject({ status: 404 })
    await listProposed(await office(), { ...on, ...words, reviewOn: '2026-08-10' })
    await expect(listProposed(await office(), { ...on, ...words })).rejects.toMatchObject({
      code: 'watchElsewhere',
    })
    expect((await seenBy('A.leader')).map((one) => one.id)).toEqual([id])
    expect((await seenBy('A.township')).map((one) => one.id)).toEqual([id])
    for (const who of ['A.other-township', 'A.helper', 'A.team', 'A.inspector', 'B.office']) {
      expect([who, await seenBy(who)]).toEqual([who, []])
    }
    await replyToListing(await world.viewer('A.township', after), {
      listingId: id,
      text: '已逐项整改，月底前完成。',
    })
    await expect(
      replyToListing(await world.viewer('A.leader', after), { listingId: id, text: '代为说明' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      replyToListing(await world.viewer('A.other-township', after), {
        listingId: id,
        text: '说明',
      }),
    ).rejects.toMatchObject({ status: 404 })
    const read = await readListing(await world.viewer('A.township', after), id)
    expect(read.listing.replies.map(({ text }) => text)).toEqual(['已逐项整改，月底前完成。'])
    expect(read.verbs).toEqual([])
    await clearListing(await office(), {
      ...{ listingId: id, version: await version(id), reason: '已完成整改', basis: '部务会' },
    })
    expect(await seenBy('A.township')).toEqual([])
    const past = await readListing(await world.viewer('A.township', after), id)
    expect([past.listing.state, past.mayReply]).toEqual(['CLEARED', false])
    // What was just cleared rests, though the figures have not changed.
    expect(await proposeListings(after)).toBe(0)
    expect(await proposeListings('2026-11-20')).toBe(1)
  })

  test('declined with a reason, not proposed again for a while', async () => {
    const [found] = await proposals()
    const id = found?.id ?? ''
    await declineListing(await office('2026-11-21'), {
      ...{ listingId: id, version: await version(id), reason: '因灾顺延，已说明' },
    })
    expect(await proposeListings('2026-11-22')).toBe(0)
    expect(await proposals()).toEqual([])
  })

  test('a member of a team is listed by a person alone, and read by that member alone', async () => {
    const organisationId = world.organisations['A.team'] ?? ''
    const memberId = world.users['A.team'] ?? ''
    const given = { organisationId, memberName: '', ...words }
    await expect(
      listDirectly(await office(), { ...given, memberId: world.users['A.helper'] ?? '' }),
    ).rejects.toMatchObject({ issues: [{ field: 'memberId', code: 'watchNoMember' }] })
    const id = await listDirectly(await office(), { ...given, memberId })
    await expect(listDirectly(await office(), { ...given, memberId })).rejects.toMatchObject({
      code: 'watchAlready',
    })
    expect((await seenBy('A.team')).map((one) => one.id)).toEqual([id])
    const colleague = {
      ...(await world.viewer('A.team', after)),
      userId: world.users['A.admin'] ?? '',
    }
    expect((await listListings(colleague, {})).listings).toEqual([])
    expect(await read(colleague, (tx) => tx.watchListing.count())).toBe(0)
    await replyToListing(await world.viewer('A.team', after), { listingId: id, text: '情况说明' })
  })

  test('its events are the office’s to read, not the administrator’s', async () => {
    const events = (who: string) =>
      world
        .viewer(who, after)
        .then((viewer) =>
          read(viewer, (tx) => tx.event.count({ where: { kind: { startsWith: 'watch' } } })),
        )
    expect(await events('A.office')).toBeGreaterThan(5)
    expect(await events('A.admin')).toBe(0)
    // Its own reply.
    expect(await events('A.team')).toBe(1)
  })

  test('what is decided stays: no row is rewritten or removed', async () => {
    await expect(
      owner.query("UPDATE watch_listings SET reason = '另写' WHERE state = 'CLEARED'"),
    ).rejects.toThrow('keeps what was proposed')
    await expect(owner.query('DELETE FROM watch_listings')).rejects.toThrow('append-only')
    await expect(owner.query("UPDATE watch_replies SET text = ''")).rejects.toThrow('append-only')
  })
})
