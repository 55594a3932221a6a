import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { addDays, type Day } from '@/lib/dates'
import { bind, caseAt } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { outsideMail } from '@/tests/support/outside-servers'
import { makeWorld, type World } from '@/tests/support/world'

/*
 * Random schedules of a worker that dies: after so many transactions it stops, inside one or right
 * after one, and is started again later. Days, deadlines, pauses and things done change meanwhile.
 * Whatever the schedule: nothing is told twice, nothing is missed, nothing outside the hours.
 */
const fuse = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, inside: false }))
vi.mock('@/lib/db', async (original) => {
  const db = await original<typeof import('@/lib/db')>()
  const killed = () => new Error('the worker was killed')
  return {
    ...db,
    transaction: async (...[viewer, work, seconds]: Parameters<typeof db.transaction>) => {
      if (fuse.left <= 0) throw killed()
      fuse.left -= 1
      const dies = fuse.left <= 0
      const result = await db.transaction(
        viewer,
        async (tx) => {
          const made = await work(tx)
          if (dies && fuse.inside) throw killed()
          return made
        },
        seconds,
      )
      if (dies) throw killed()
      return result
    },
  }
})

const { deliver, remind } = await import('@/lib/notifications/run-commands')
const { owner } = databaseOfThisFile()
const mail = outsideMail()
let world: World
let caseId: string
let measures: string[]

beforeAll(async () => {
  world = await makeWorld()
  const at = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
  caseId = at.caseId
  measures = at.measures.map(({ id }) => id)
  await bind(world, 'A.0.0', caseId, 'HELPER_UNIT')
  await bind(world, 'A.0.0', caseId, 'WORK_TEAM')
  await owner.query(
    `INSERT INTO channels (id, county_id, kind, name, settings) VALUES (gen_random_uuid(), '450223', 'SMTP', '邮箱', $1)`,
    [
      JSON.stringify({
        host: '127.0.0.1',
        port: await mail.port(),
        security: 'NONE',
        from: 'office@example.gov.cn',
        user: '',
      }),
    ],
  )
  for (const who of ['helper', 'team', 'township', 'office']) {
    await owner.query(
      "INSERT INTO reminder_settings (user_id, county_id, email, email_on) VALUES ($1, '450223', $2, true)",
      [world.users[`A.${who}`], `${who}@example.gov.cn`],
    )
  }
})

beforeEach(() => {
  fuse.left = Number.POSITIVE_INFINITY
})

const change = fc.oneof(
  { weight: 4, arbitrary: fc.constant('nothing' as const) },
  fc.constantFrom('extend' as const, 'finish' as const, 'reopen' as const, 'pause' as const),
)
const anyStep = fc.record({
  ahead: fc.nat({ max: 3 }),
  hour: fc.constantFrom(6, 8, 12, 19, 20),
  change,
  measure: fc.nat({ max: 2 }),
  /** After how many transactions the worker dies; 0 lets it live. */
  dies: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
  inside: fc.boolean(),
})
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

async function startOver() {
  mail.received.length = 0
  await owner.query('TRUNCATE deliveries, reminders, digests, reminder_steps')
  await owner.query('UPDATE cases SET paused = false WHERE id = $1', [caseId])
  await owner.query(
    "UPDATE measures SET status = 'OPEN', due_on = '2026-09-24', yellow_on = '2026-09-09', red_on = '2026-09-25' WHERE case_id = $1",
    [caseId],
  )
}

async function apply({ change, measure }: Step, day: Day) {
  const id = measures[measure]
  if (change === 'finish')
    await owner.query("UPDATE measures SET status = 'DONE' WHERE id = $1", [id])
  if (change === 'reopen')
    await owner.query("UPDATE measures SET status = 'OPEN' WHERE id = $1", [id])
  if (change === 'pause')
    await owner.query('UPDATE cases SET paused = NOT paused WHERE id = $1', [caseId])
  if (change !== 'extend') return
  const due = addDays(day, 2)
  await owner.query('UPDATE measures SET due_on = $2, red_on = $3 WHERE id = $1', [
    id,
    due,
    addDays(due, 1),
  ])
}

/** Everything due is recorded; whoever is concerned was told once, or was told something today. */
async function expectNothingMissed(day: Day, open: boolean) {
  const { rows: steps } = await owner.query(
    `SELECT m.id FROM measures m JOIN cases c ON c.id = m.case_id
      WHERE m.status = 'OPEN' AND NOT c.paused AND m.red_on <= $1 AND NOT EXISTS (
        SELECT FROM reminder_steps s WHERE s.subject_id = m.id AND s.due_on = m.due_on
          AND s.level = 'RESPONSIBLE' AND s.dropped_on IS NULL)`,
    [day],
  )
  expect(steps).toEqual([])
  const { rows: nobody } = await owner.query(
    `SELECT s.id FROM reminder_steps s WHERE s.dropped_on IS NULL
      AND NOT EXISTS (SELECT FROM reminders r WHERE r.step_id = s.id AND r.ended_on IS NULL)`,
  )
  expect(nobody).toEqual([])
  if (!open) return
  const { rows: untold } = await owner.query(
    `SELECT r.id FROM reminders r JOIN reminder_steps s ON s.id = r.step_id
      WHERE r.digest_id IS NULL AND r.ended_on IS NULL AND s.dropped_on IS NULL
        AND NOT EXISTS (SELECT FROM digests d WHERE d.user_id = r.user_id AND d.day = $1)
        AND NOT EXISTS (SELECT FROM deliveries v WHERE v.user_id = r.user_id AND v.sent_at::date = $1)`,
    [day],
  )
  expect(untold).toEqual([])
}

async function expectNothingTwice() {
  const { rows } = await owner.query(
    `SELECT 'step' AS what FROM reminder_steps GROUP BY subject, subject_id, level, due_on HAVING count(*) > 1
     UNION ALL SELECT 'reminder' FROM reminders GROUP BY step_id, user_id HAVING count(*) > 1
     UNION ALL SELECT 'digest' FROM digests GROUP BY user_id, day HAVING count(*) > 1
     UNION ALL SELECT 'empty digest' FROM digests d WHERE NOT EXISTS (SELECT FROM reminders r WHERE r.digest_id = d.id)
     UNION ALL SELECT 'weekend' FROM digests WHERE (extract(isodow FROM day) > 5 AND day NOT IN (SELECT day FROM calendar_days WHERE kind = 'WORKDAY'))
       OR day IN (SELECT day FROM calendar_days WHERE kind = 'HOLIDAY')
     UNION ALL SELECT 'two mails a day' FROM deliveries WHERE state = 'SENT' AND user_id IS NOT NULL
       GROUP BY user_id, (sent_at AT TIME ZONE 'Asia/Shanghai')::date HAVING count(*) > 1`,
  )
  expect(rows).toEqual([])
}

test('a worker that dies anywhere tells nothing twice and misses nothing', async () => {
  const { rows: days } = await owner.query(
    "SELECT to_char(day, 'YYYY-MM-DD') AS day, kind FROM calendar_days WHERE day BETWEEN '2026-09-01' AND '2026-12-31'",
  )
  const kindOf = new Map(days.map(({ day, kind }) => [day, kind]))
  const worked = (day: Day) =>
    kindOf.get(day) === 'WORKDAY' ||
    (!kindOf.has(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 14 }), async (steps) => {
      await startOver()
      let day: Day = '2026-09-24'
      let last = 0
      for (const step of steps) {
        day = addDays(day, step.ahead)
        const now = new Date(
          Math.max(Date.parse(`${day}T00:00:00Z`) + (step.hour - 8) * 3_600_000, last + 1),
        )
        last = now.getTime()
        await apply(step, day)
        Object.assign(fuse, { left: step.dies || Number.POSITIVE_INFINITY, inside: step.inside })
        await run(now).catch(() => undefined)
        await expectNothingTwice()
        // Started again a little later, as the launcher does.
        fuse.left = Number.POSITIVE_INFINITY
        last += 180_000
        await run(new Date(last))
        const hour = ((last / 3_600_000 + 8) % 24) | 0
        const today = new Date(last + 8 * 3_600_000).toISOString().slice(0, 10)
        await expectNothingMissed(today, worked(today) && hour >= 8 && hour < 20)
        await expectNothingTwice()
      }
      const ids = mail.received.map(({ messageId }) => messageId)
      const { rows } = await owner.query("SELECT id FROM deliveries WHERE state = 'SENT'")
      expect(new Set(ids).size).toBe(rows.length)
    }),
    { numRuns: 15 },
  )
}, 240_000)

async function run(now: Date) {
  await remind(now)
  await deliver(now)
  if (fuse.left <= 0) throw new Error('killed')
}
