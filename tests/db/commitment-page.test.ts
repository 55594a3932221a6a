import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { refreshDisclosures, switchDisclosure } from '@/lib/commitments/disclose-commands'
import {
  readDisclosed,
  readDisclosedTownships,
  readDisclosure,
} from '@/lib/commitments/disclose-queries'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { Prisma } from '@/prisma/generated/client'
import { caseAt } from '@/tests/support/case-at'
import { carryCommitment } from '@/tests/support/commitments'
import { databaseOfThisFile } from '@/tests/support/database'
import { writes } from '@/tests/support/wall'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
let caseId: string
const township = '450223103'
const listed = 'A.1.0'
beforeAll(async () => {
  world = await makeWorld()
  ;({ caseId } = await caseAt(world, 'PLANNING', { village: listed }))
  await carryCommitment(world, { caseId, personName: '韦明' }, { village: listed })
})

const turn = async (on: 'yes' | 'no', who = 'A.office') =>
  switchDisclosure(await world.viewer(who), { on })
/** A village without a case publishes a commitment of its secretary. */
const covers = (village: string) =>
  carryCommitment(world, { villageId: world.villages[village] }, { village, until: 'PUBLISHED' })
const page = async () => (await readDisclosed(township))?.places ?? []

/** Everything the public page's viewer can read, by SQL without any filter. */
async function readable(): Promise<Record<string, number>> {
  const counts = Prisma.raw(
    Object.keys(writes)
      .map((table) => `SELECT '${table}' AS "table", count(*)::int AS rows FROM ${table}`)
      .join(' UNION ALL '),
  )
  const rows = await read(systemViewer('disclosed'), (tx) =>
    tx.$queryRaw<{ table: string; rows: number }[]>(counts),
  )
  return Object.fromEntries(rows.filter(({ rows: n }) => n > 0).map((row) => [row.table, row.rows]))
}
const publicly = ['calendar_days', 'counties', 'problem_kinds', 'townships']

describe('switched off', () => {
  test('nothing is readable, by the page or by its viewer’s SQL', async () => {
    expect(await readDisclosedTownships()).toEqual([])
    expect(await readDisclosed(township)).toBeNull()
    expect(Object.keys(await readable()).sort()).toEqual(publicly)
  })

  test('it is refused while the listed villages are all there is, and to everybody but the office', async () => {
    await expect(turn('yes')).rejects.toMatchObject({ code: 'commitmentsNotDisclosable' })
    await covers('A.1.1')
    await covers('A.1.2')
    await expect(turn('yes')).rejects.toMatchObject({ code: 'commitmentsNotDisclosable' })
    for (const who of ['A.township', 'A.leader', 'A.admin', 'A.team']) {
      await expect(turn('yes', who)).rejects.toMatchObject({ status: 403 })
    }
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM events WHERE kind = 'commitmentPageSwitched'`,
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  test('the office is told what the page would show', async () => {
    expect(await readDisclosure(await world.viewer('A.office'))).toMatchObject({
      on: false,
      groups: [{ townshipId: township, level: 'SECRETARY', cover: 2, needed: 3, shown: false }],
    })
  })
})

describe('switched on', () => {
  test('listed and unlisted villages stand alike: no name, no case, no batch', async () => {
    await covers('A.1.3')
    await turn('yes')
    const places = await page()
    expect(places).toHaveLength(4)
    const secretary = { position: 'VILLAGE_SECRETARY', memberCount: null }
    for (const { commitments } of places) expect(commitments).toMatchObject([secretary])
    const { rows } = await owner.query('SELECT to_jsonb(d) AS row FROM disclosed_commitments d')
    const ids = await owner.query('SELECT id FROM commitments UNION SELECT id FROM cases')
    const text = JSON.stringify(rows)
    expect(text).not.toContain('韦明')
    for (const { id } of ids.rows) expect(text).not.toContain(id)
    expect(Object.keys(rows[0].row).sort()).toEqual([
      'county_id',
      'county_name',
      'due_on',
      'id',
      'level',
      'member_count',
      'place',
      'position',
      'result',
      'text',
      'township_id',
      'township_name',
      'village_name',
    ])
    expect(Object.keys(await readable()).sort()).toEqual(
      [...publicly, 'disclosed_commitments'].sort(),
    )
  })

  test('another level of the same village stays out, drafts do, and so does the other county', async () => {
    const group = { level: 'MEMBER', position: 'ALL_MEMBERS', memberCount: 9 }
    await carryCommitment(world, { caseId, ...group }, { village: listed })
    expect((await page()).flatMap((place) => place.commitments)).toHaveLength(4)
    expect(await readDisclosedTownships()).toMatchObject([
      { townships: [{ id: township, count: 4 }] },
    ])
  })

  test('a result appears once evaluated; a new listing hides the group at night when cover is short', async () => {
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM disclosed_commitments WHERE result = 'KEPT'`,
    )
    expect(rows).toEqual([{ n: 1 }])
    // One of the three is listed now: two are left.
    await caseAt(world, 'CANDIDATE', { village: 'A.1.1' })
    await refreshDisclosures(worldDay)
    expect(await page()).toEqual([])
    await covers('A.1.4')
    expect(await page()).toHaveLength(5)
  })

  test('what fell due more than a year ago is off the page', async () => {
    await refreshDisclosures('2028-01-10')
    expect(await page()).toEqual([])
    await refreshDisclosures(worldDay)
    expect(await page()).toHaveLength(5)
  })

  test('switched off it is gone at once, each switch an event of the county', async () => {
    await turn('no')
    await turn('no')
    expect(await readDisclosedTownships()).toEqual([])
    expect(Object.keys(await readable()).sort()).toEqual(publicly)
    const { rows } = await owner.query(
      `SELECT details->>'on' AS on, chain FROM events WHERE kind = 'commitmentPageSwitched' ORDER BY seq`,
    )
    expect(rows).toEqual(['true', 'false'].map((on) => ({ on, chain: 'accounts:450223' })))
  })
})

test('a listed village drafts on its case, and no other township drafts for it', async () => {
  const villageId = world.villages[listed]
  await expect(carryCommitment(world, { villageId }, { village: listed })).rejects.toMatchObject({
    code: 'commitmentHasCase',
  })
  await expect(
    carryCommitment(world, { villageId: world.villages['A.1.5'] }, { village: 'A.0.0' }),
  ).rejects.toMatchObject({ status: 403 })
  await expect(
    carryCommitment(world, { villageId: newId() }, { village: listed }),
  ).rejects.toMatchObject({ status: 404 })
})
