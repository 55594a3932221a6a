import { beforeAll, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { nameContacts } from '@/lib/accounts/organisation-commands'
import { pause, resume } from '@/lib/cases/pause-commands'
import type { Day } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { askExtension, grantExtension } from '@/lib/extensions/commands'
import { addProgress, finishMeasure, reopenMeasure } from '@/lib/measures/commands'
import { readFeed } from '@/lib/notifications/feed-queries'
import { readInbox } from '@/lib/notifications/inbox-queries'
import { remind } from '@/lib/notifications/run-commands'
import { makeFeed, revokeFeed } from '@/lib/notifications/setting-commands'
import { bind, type CaseAt, caseAt, stateOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

/*
 * The ladder of one village over months, on a clock that the test sets: three measures due 30 June
 * 2026, of the township, the helper unit and the work team.
 */
const { owner } = databaseOfThisFile()
const village = 'A.0.0'
let world: World
let at: CaseAt

beforeAll(async () => {
  world = await makeWorld()
  at = await caseAt(world, 'RECTIFYING', { village })
  await bind(world, village, at.caseId, 'HELPER_UNIT')
  await bind(world, village, at.caseId, 'WORK_TEAM')
  const admin = await world.viewer('A.admin')
  const onUnit = { organisationId: world.organisations['A.township-0'] ?? '', version: 1 }
  await expect(
    nameContacts(admin, { ...onUnit, headId: world.users['A.helper'] }),
  ).rejects.toMatchObject({ issues: [{ field: 'headId' }] })
  await nameContacts(admin, { ...onUnit, headId: world.users['A.township-2'] })
})

/** The worker runs on a day at an hour of county time. */
const at8 = (day: Day, hour = 8) =>
  remind(new Date(Date.parse(`${day}T00:00:00Z`) + (hour - 8) * 3_600_000))

/** Who was told on a day, with how many things were open and how many of them new. */
async function toldOn(day: Day): Promise<string[]> {
  const { rows } = await owner.query(
    `SELECT u.account || ' ' || d.open_count || '/' || d.fresh_count AS told
       FROM digests d JOIN users u ON u.id = d.user_id WHERE d.day = $1 ORDER BY 1`,
    [day],
  )
  return rows.map(({ told }) => told)
}

const inboxOf = async (who: string, day: Day) =>
  (await readInbox(await world.viewer(who, day))).open.map(
    ({ title, level }) => `${title} ${level}`,
  )

const onMeasure = async (index: number) => {
  const now = await stateOf(world, village, at.caseId)
  const { id = '', version = 0 } = now.measures[index] ?? {}
  return { caseId: at.caseId, measureId: id, version }
}

test('red at once, but told from eight o’clock on, once a day', async () => {
  await at8('2026-06-30', 18)
  expect((await owner.query('SELECT count(*)::int AS n FROM reminder_steps')).rows[0].n).toBe(0)
  await at8('2026-07-01', 7)
  expect((await owner.query('SELECT count(*)::int AS n FROM reminder_steps')).rows[0].n).toBe(3)
  expect(await toldOn('2026-07-01')).toEqual([])
  await at8('2026-07-01')
  await at8('2026-07-01', 9)
  await at8('2026-07-01', 21)
  expect(await toldOn('2026-07-01')).toEqual([
    'a-helper 1/1',
    'a-team 1/1',
    'a-township 1/1',
    'a-township-2 1/1',
  ])
  expect(await inboxOf('A.helper', '2026-07-01')).toEqual(['落实帮扶项目 RESPONSIBLE'])
  const { open } = await readInbox(await world.viewer('A.helper', '2026-07-01'))
  expect(open[0]).toMatchObject({
    basis: 'MEMBER',
    due: '2026-06-30',
    onDay: '2026-07-01',
    href: `/cases/${at.caseId}/measures/${open[0]?.subjectId}`,
  })
  expect(await inboxOf('B.office', '2026-07-01')).toEqual([])
})

test('what is done is gone from the inbox at once; returned it is back, and not told again', async () => {
  const team = await world.viewer('A.team', '2026-07-02')
  await addProgress(team, {
    ...(await onMeasure(2)),
    happenedOn: '2026-07-02',
    percent: 100,
    text: '已开展',
  })
  await finishMeasure(team, { ...(await onMeasure(2)), text: '已开展' })
  expect(await inboxOf('A.team', '2026-07-02')).toEqual([])
  await at8('2026-07-02')
  const township = await world.viewer('A.township', '2026-07-03')
  await reopenMeasure(township, { ...(await onMeasure(2)), reason: '佐证不足' })
  await at8('2026-07-03')
  expect(await inboxOf('A.team', '2026-07-03')).toEqual(['开展“三会一课” RESPONSIBLE'])
  expect([await toldOn('2026-07-02'), await toldOn('2026-07-03')]).toEqual([[], []])
})

test('after three working days the head is told; where none is named, the people of the unit', async () => {
  await at8('2026-07-04')
  await at8('2026-07-05')
  expect(await toldOn('2026-07-04')).toEqual([])
  await at8('2026-07-06')
  expect(await toldOn('2026-07-06')).toEqual(['a-helper 1/1', 'a-team 1/1', 'a-township-2 1/1'])
  expect(await inboxOf('A.township-2', '2026-07-06')).toEqual(['补选村“两委”成员 HEAD'])
})

test('a paused case reminds nobody; resumed, what was overdue before climbs on', async () => {
  const office = await world.viewer('A.office', '2026-07-07')
  const { version } = await stateOf(world, village, at.caseId)
  await pause(office, { caseId: at.caseId, version, reason: '换届' })
  await at8('2026-07-08')
  await at8('2026-07-17')
  expect(await toldOn('2026-07-08')).toEqual([])
  expect(await inboxOf('A.helper', '2026-07-17')).toEqual([])
  const later = await world.viewer('A.office', '2026-07-20')
  const paused = await stateOf(world, village, at.caseId)
  await resume(later, { caseId: at.caseId, version: paused.version })
  await at8('2026-07-20')
  expect(await toldOn('2026-07-20')).toEqual(['a-office 3/3', 'a-office-2 3/3'])
  expect(await inboxOf('A.office', '2026-07-20')).toHaveLength(3)
})

test('an extension drops every step; the new day climbs from the beginning', async () => {
  const helper = await world.viewer('A.helper', '2026-07-20')
  const extensionId = await askExtension(helper, {
    ...(await onMeasure(1)),
    newDueOn: '2026-08-14',
    reason: '汛期影响施工',
  })
  const office = await world.viewer('A.office', '2026-07-21')
  await grantExtension(office, { caseId: at.caseId, extensionId, version: 1, note: '' })
  expect(await inboxOf('A.helper', '2026-07-21')).toEqual([])
  await at8('2026-07-21')
  const { rows } = await owner.query(
    "SELECT count(*)::int AS n FROM reminder_steps WHERE title = '落实帮扶项目' AND dropped_on IS NULL",
  )
  expect(rows[0].n).toBe(0)
  // Red on Saturday 15 August: told on Monday.
  await at8('2026-08-15')
  await at8('2026-08-16')
  await at8('2026-08-17')
  expect([await toldOn('2026-08-15'), await toldOn('2026-08-17')]).toEqual([[], ['a-helper 1/1']])
})

test('the autumn holidays: nobody is told, the Saturday worked instead counts', async () => {
  await owner.query(
    "UPDATE measures SET due_on = '2026-09-30', yellow_on = '2026-09-15', red_on = '2026-10-01' WHERE title = '补选村“两委”成员'",
  )
  for (let day = 1; day <= 12; day++) await at8(`2026-10-${String(day).padStart(2, '0')}`)
  const { rows } = await owner.query(
    `SELECT to_char(d.day, 'MM-DD') AS day, s.level FROM reminders r JOIN digests d ON d.id = r.digest_id
       JOIN reminder_steps s ON s.id = r.step_id JOIN users u ON u.id = r.user_id
      WHERE s.due_on = '2026-09-30' AND u.account = 'a-township-2' ORDER BY 1`,
  )
  expect(rows).toEqual([
    { day: '10-08', level: 'RESPONSIBLE' },
    { day: '10-10', level: 'HEAD' },
  ])
})

test('nobody was ever told of one step twice, nor twice on one day', async () => {
  const twice = await owner.query(
    `SELECT 1 FROM reminders GROUP BY step_id, user_id HAVING count(*) > 1
     UNION ALL SELECT 1 FROM digests GROUP BY user_id, day HAVING count(*) > 1`,
  )
  expect(twice.rows).toEqual([])
})

test('a calendar link shows one’s own deadlines until it is ended', async () => {
  const helper = await world.viewer('A.helper')
  const link = await makeFeed(helper, { lang: 'en' }, new Date())
  const token = /calendar\/([\w-]{22})\.ics\?lang=en$/.exec(link)?.[1] ?? ''
  const { rows } = await owner.query('SELECT feed_hash FROM reminder_settings')
  expect(JSON.stringify(rows)).not.toContain(token)
  const entries = await readFeed(token)
  expect(
    entries?.every(({ organisationId }) => organisationId === world.organisations['A.helper']),
  ).toBe(true)
  expect(await readFeed(`${token.slice(1)}A`)).toBeUndefined()
  expect(await readFeed("'; DROP TABLE x")).toBeUndefined()
  await revokeFeed(helper)
  expect(await readFeed(token)).toBeUndefined()
})

test('the worker writes reminders of its county and nothing else', async () => {
  const worker = systemViewer('remind', '450223')
  const measures = await read(worker, (tx) => tx.measure.count())
  expect(measures).toBe(3)
  expect(await read(systemViewer('remind', '451322'), (tx) => tx.measure.count())).toBe(0)
  const changes = await transaction(worker, (tx) =>
    tx.measure.updateMany({ data: { percent: 99 } }),
  )
  expect(changes.count).toBe(0)
  await expect(
    transaction(worker, (tx) => tx.reminderStep.updateMany({ data: { title: 'x' } })),
  ).rejects.toThrow()
  await expect(
    transaction(worker, (tx) =>
      tx.digest.create({
        data: {
          id: '01900000-0000-7000-8000-000000000001',
          countyId: '451322',
          userId: world.users['B.office'] ?? '',
          day: new Date('2026-07-01'),
          open: 1,
          fresh: 1,
        },
      }),
    ),
  ).rejects.toThrow()
})
