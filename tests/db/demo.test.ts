import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { verifyAll } from '@/lib/audit/verify'
import { calendarNow } from '@/lib/calendar/queries'
import { caseLight, lightColumns } from '@/lib/cases/light'
import { read } from '@/lib/db'
import { seedDemo } from '@/prisma/seed/main'
import { databaseOfThisFile } from '@/tests/support/database'

const { owner } = databaseOfThisFile()
/** In January, when "the current year" has just begun. */
const day = '2027-01-12'

beforeAll(async () => {
  await seedDemo({ log: () => undefined, today: day })
}, 180_000)

const rowsOf = async (sql: string) => (await owner.query(sql)).rows

describe('the demo', () => {
  test('shows the article’s figures: three batches, 36 villages, 24 closed, 12 being rectified', async () => {
    expect(
      await rowsOf(`SELECT b.number, count(*)::int AS total, count(*) FILTER (WHERE stage = 'CLOSED')::int AS closed
        FROM cases c JOIN batches b ON b.id = c.batch_id WHERE c.county_id = '450223' GROUP BY 1 ORDER BY 1`),
    ).toEqual([
      { number: 1, total: 12, closed: 12 },
      { number: 2, total: 12, closed: 12 },
      { number: 3, total: 12, closed: 0 },
    ])
  })

  test('has the real directory, and lists no real village but the two of the article, closed', async () => {
    expect(
      await rowsOf(
        `SELECT count(*)::int AS n FROM villages WHERE county_id = '450223' AND NOT demo`,
      ),
    ).toEqual([{ n: 119 }])
    expect(
      await rowsOf(
        `SELECT v.name, c.stage, c.origin FROM cases c JOIN villages v ON v.id = c.village_id WHERE NOT v.demo ORDER BY v.code`,
      ),
    ).toEqual([
      { name: '河岭村', stage: 'CLOSED', origin: 'HISTORICAL' },
      { name: '新安村', stage: 'CLOSED', origin: 'HISTORICAL' },
    ])
    expect(
      await rowsOf(`SELECT count(*)::int AS n FROM villages WHERE demo AND name NOT LIKE '%演示%'`),
    ).toEqual([{ n: 0 }])
  })

  test('tells complete histories: every closed invented case has plan, measures, acceptances, closure, follow-ups', async () => {
    const closed = await rowsOf(`
      SELECT (SELECT count(*)::int FROM problems p WHERE p.case_id = c.id AND status = 'VERIFIED') AS problems,
        (SELECT count(*)::int FROM plans p WHERE p.case_id = c.id AND status = 'APPROVED') AS plans,
        (SELECT count(*)::int FROM measures m WHERE m.case_id = c.id AND status = 'DONE') AS measures,
        (SELECT count(*)::int FROM acceptances a WHERE a.case_id = c.id AND status = 'PASSED') AS acceptances,
        (SELECT count(*)::int FROM closures x WHERE x.case_id = c.id) AS closures,
        (SELECT count(*)::int FROM follow_ups f WHERE f.case_id = c.id AND done_on IS NOT NULL) AS followups
      FROM cases c WHERE c.stage = 'CLOSED' AND c.origin = 'REGULAR'`)
    expect(closed).toHaveLength(22)
    for (const row of closed) {
      expect(row.problems).toBeGreaterThanOrEqual(1)
      expect(row.measures).toBeGreaterThanOrEqual(2)
      expect(row).toMatchObject({ plans: 1, acceptances: 2, closures: 1, followups: 3 })
    }
  })

  test('its lights are alive: red, yellow and green among the twelve, one consolidating', async () => {
    const rows = await read(systemViewer('session'), async (tx) => ({
      cases: await tx.case.findMany({
        where: { countyId: '450223', stage: { not: 'CLOSED' } },
        select: lightColumns,
      }),
      calendar: await calendarNow(tx),
    }))
    const colours = rows.cases.map((row) => caseLight(row, day, rows.calendar).colour)
    for (const colour of ['red', 'yellow', 'green'] as const) {
      expect(colours.filter((one) => one === colour).length, colour).toBeGreaterThanOrEqual(2)
    }
    expect(rows.cases.filter((row) => row.stage === 'CONSOLIDATING')).toHaveLength(1)
  })

  test('was entered now and says so; its chain holds against a signed checkpoint', async () => {
    expect(await rowsOf(`SELECT DISTINCT origin FROM events WHERE case_id IS NOT NULL`)).toEqual([
      { origin: 'IMPORT' },
    ])
    expect(
      await rowsOf(`SELECT count(*)::int AS n FROM events WHERE at < now() - interval '1 hour'`),
    ).toEqual([{ n: 0 }])
    expect(await rowsOf(`SELECT min(occurred_on)::text AS first FROM events`)).toEqual([
      { first: '2014-03-01' },
    ])
    expect(await verifyAll()).toMatchObject({ findings: [], checkpoints: 1, unvouchedEvents: 0 })
  })

  test('has half a year of visits by every side, to invented villages only, a few entered late', async () => {
    const [found] = await rowsOf(`
      SELECT count(*) > 80 AS many, count(DISTINCT v.role)::int AS roles, bool_and(w.demo) AS invented,
        max(v.day) - min(v.day) > 150 AS long, bool_or(v.entered_on - v.day > 3) AS late,
        bool_and(e.n = 1) AS told
      FROM visits v JOIN villages w ON w.id = v.village_id
        CROSS JOIN LATERAL (SELECT count(*) AS n FROM events WHERE case_id = v.case_id
          AND kind = 'visitLogged' AND details ->> 'visitId' = v.id::text) e`)
    expect(found).toEqual({
      many: true,
      roles: 4,
      invented: true,
      long: true,
      late: true,
      told: true,
    })
  })

  test('has drawn photos on visits to invented villages, one of them on two', async () => {
    const [found] = await rowsOf(`
      SELECT count(*) >= 12 AS many, bool_and(w.demo) AS invented,
        bool_and(a.thumbnail_sha256 IS NOT NULL AND a.bytes < 100000) AS small,
        count(*) - count(DISTINCT a.sha256) AS again
      FROM attachments a JOIN visits v ON a.subject_kind = 'VISIT' AND v.id = a.subject_id
        JOIN villages w ON w.id = v.village_id`)
    expect(found).toEqual({ many: true, invented: true, small: true, again: '1' })
  })

  test('asks for progress before a coming meeting, and has three months in residence of each team', async () => {
    expect(
      await rowsOf(`SELECT county_id, held_on > DATE '${day}' AS ahead FROM meetings`),
    ).toEqual([{ county_id: '450223', ahead: true }])
    expect(
      await rowsOf(`SELECT count(*) = 3 * count(DISTINCT case_id) AS three, count(DISTINCT case_id) > 3 AS many,
        max(month) AS last FROM residence_months`),
    ).toEqual([{ three: true, many: true, last: '2026-12' }])
  })

  test('has half a year of work records under the five moves by every side, and the article’s two projects', async () => {
    const [found] = await rowsOf(`
      SELECT count(*) FILTER (WHERE w.demo) > 80 AS many, count(DISTINCT r.role)::int AS roles,
        count(DISTINCT r.kind)::int >= 15 AS kinds, bool_or(r.entered_on - r.day > 3 AND w.demo) AS late,
        count(*) FILTER (WHERE NOT w.demo)::int AS real, bool_and(e.n = 1) AS told
      FROM work_records r JOIN villages w ON w.id = r.village_id
        CROSS JOIN LATERAL (SELECT count(*) AS n FROM events WHERE case_id = r.case_id
          AND kind = 'recordLogged' AND details ->> 'recordId' = r.id::text) e`)
    expect(found).toEqual({ many: true, roles: 4, kinds: true, late: true, real: 2, told: true })
    expect(
      await rowsOf(`SELECT w.name, r.kind, r.detail ->> 'size' AS size FROM work_records r
        JOIN villages w ON w.id = r.village_id WHERE NOT w.demo ORDER BY 3`),
    ).toEqual([
      { name: '河岭村', kind: 'PROJECT', size: '250' },
      { name: '河岭村', kind: 'PROJECT', size: '50' },
    ])
  })

  test('leaves nobody signed in, and only the listed accounts can sign in', async () => {
    expect(await rowsOf('SELECT count(*)::int AS n FROM sessions')).toEqual([{ n: 0 }])
    const accounts = await rowsOf(
      'SELECT account FROM users u JOIN credentials k ON k.user_id = u.id ORDER BY account',
    )
    expect(accounts.map((row) => row.account)).toEqual([
      'admin',
      'county-leader',
      'county-office',
      'county-office-2',
      'county-office-b',
      'helper-agriculture',
      'inspector',
      'team-1',
      'township-b',
      'township-jiangkou',
      'township-jiangkou-2',
      'township-zhaisha',
      'township-zhaisha-2',
    ])
  })
})
