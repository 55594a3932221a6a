import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { record, type Signer } from '@/lib/audit/record'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx, transaction } from '@/lib/db'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import type { Appraised, Head, Period } from './facts'
import { loadFacts } from './load-facts'
import { type ComputedSheet, isAppraised, sheetOf } from './sheet'
import { storeSheets } from './store-sheets'

/** The worker, under whose name nobody stands. */
export const machine = (today: Day): Signer => ({
  viewer: { name: '系统', today, grants: [], userId: null, origin: 'SYSTEM' },
})

/**
 * Computes what was asked for since it was last computed; `every`: all that are open, as every night.
 * Each appraisal in a transaction of its own; the same again changes nothing. Returns how many.
 */
export async function computeAppraisals(today: Day, every = false): Promise<number> {
  const open = await read(systemViewer('supervise'), (tx) =>
    tx.appraisal.findMany({
      where: { state: 'OPEN' },
      orderBy: [{ countyId: 'asc' }, { year: 'asc' }],
      select: { id: true, countyId: true, askedAt: true, computedAt: true },
    }),
  )
  const waiting = open.filter(
    ({ askedAt, computedAt }) => every || computedAt === null || askedAt > computedAt,
  )
  for (const { id, countyId } of waiting) {
    await transaction(systemViewer('supervise', countyId), (tx) => computeOne(tx, id, today), 120)
  }
  return waiting.length
}

async function computeOne(tx: Tx, id: string, today: Day): Promise<void> {
  // Whoever announces at this moment is waited for: what is announced is not computed any more.
  await tx.$queryRaw`SELECT id FROM appraisals WHERE id = ${id}::uuid FOR UPDATE`
  const found = await tx.appraisal.findFirst({
    where: { id, state: 'OPEN' },
    select: {
      ...{ countyId: true, year: true, fromOn: true, toOn: true, selfScored: true },
      ...{ askedAt: true, computedAt: true },
      ruleSet: { select: { id: true, content: true } },
    },
  })
  if (!found) return
  const period = periodOf(found, today)
  const sheets = await computeCounty(tx, found, period)
  const heads = await headsOf(tx, found, period)
  await storeSheets(tx, { appraisalId: id, shown: found.selfScored, sheets, heads })
  await tx.$executeRaw`
    UPDATE appraisals SET computed_at = clock_timestamp(), computed_on = ${fromDay(today)}::date WHERE id = ${id}::uuid`
  if (found.computedAt !== null && found.askedAt <= found.computedAt) return
  await record(
    tx,
    machine(today),
    { accountsOf: found.countyId },
    { kind: 'appraisalComputed', details: { year: found.year, sheets: sheets.length } },
  )
}

/** The facts of a day count once it is over. */
function periodOf({ fromOn, toOn }: { fromOn: Date; toOn: Date }, today: Day): Period {
  const [from, to] = [toDay(fromOn), toDay(toOn)]
  return { from, to, asOf: today > to ? to : addDays(today, -1) }
}

type Of = { countyId: string; ruleSet: { id: string; content: unknown } }

/** The sheets of every organisation that had a case in the period: townships by code, units by name. */
async function computeCounty(
  tx: Tx,
  { countyId, ruleSet }: Of,
  period: Period,
): Promise<ComputedSheet[]> {
  const { appraisal: rules, contactRhythm } = ruleSetOf(ruleSet)
  const facts = await loadFacts(tx, countyId, period.from)
  const rows = await tx.organisation.findMany({
    where: { countyId, kind: { in: ['TOWNSHIP', 'DEPARTMENT'] } },
    select: { id: true, name: true, kind: true, townshipId: true },
  })
  const organisations = rows.map(
    ({ kind, ...row }): Appraised => ({ ...row, kind: kind === 'TOWNSHIP' ? kind : 'HELPER_UNIT' }),
  )
  return organisations
    .filter((who) => isAppraised(who, facts, period))
    .map((who) => sheetOf(who, facts, { period, rules, contactMonths: contactRhythm.helperUnit }))
}

/** Who headed an organisation, as far as it is known: last year's last head, else whoever is told of what it owes. */
async function headsOf(
  tx: Tx,
  { countyId, year }: { countyId: string; year: number },
  period: Period,
): Promise<Map<string, Head[]>> {
  const rows = await tx.$queryRaw<{ id: string; name: string; post: string }[]>`
    SELECT o.id, coalesce(last.head ->> 'name', u.name) AS name, coalesce(last.head ->> 'post', u.post) AS post
    FROM organisations o LEFT JOIN users u ON u.id = o.head_id
      LEFT JOIN LATERAL (SELECT s.heads -> -1 AS head FROM appraisal_sheets s JOIN appraisals a ON a.id = s.appraisal_id
        WHERE s.organisation_id = o.id AND a.year = ${year - 1} AND u.id IS NULL) last ON true
    WHERE o.county_id = ${countyId} AND coalesce(last.head ->> 'name', u.name) IS NOT NULL`
  return new Map(
    rows.map(({ id, name, post }) => [id, [{ name, post, from: period.from, to: period.to }]]),
  )
}
