import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { machine } from '@/lib/appraisals/compute'
import type { Facts } from '@/lib/appraisals/facts'
import { loadFacts } from '@/lib/appraisals/load-facts'
import { record } from '@/lib/audit/record'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { newestRuleSet } from '@/lib/rule-sets/queries'
import type { Prisma } from '@/prisma/generated/client'
import type { WatchFinding } from './evidence'
import { findingsOf, rests, type Watched } from './rules'

/**
 * Every night, county by county: proposes organisations that a rule of the newest rule set reaches,
 * brings the evidence of open proposals up to date, and lets those lapse whose grounds are gone. The
 * same again changes nothing. Returns how many were proposed.
 */
export async function proposeListings(today: Day): Promise<number> {
  const counties = await read(systemViewer('supervise'), (tx) =>
    tx.county.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
  )
  let proposed = 0
  for (const { id } of counties) {
    proposed += await transaction(systemViewer('supervise', id), (tx) => proposeIn(tx, id, today))
  }
  return proposed
}

const known = {
  ...{ id: true, organisationId: true, memberId: true, memberName: true, state: true },
  ...{ decidedOn: true, clearedOn: true, evidence: true },
} satisfies Prisma.WatchListingSelect

async function proposeIn(tx: Tx, countyId: string, today: Day): Promise<number> {
  // A county that has not been set up yet.
  if ((await tx.ruleSet.count({ where: { countyId } })) === 0) return 0
  const { watchList: rules, version } = await newestRuleSet(tx, countyId)
  const facts = await loadFacts(tx, countyId, addDays(today, -365))
  const organisations = await tx.organisation.findMany({
    where: { countyId, active: true, kind: { in: ['TOWNSHIP', 'DEPARTMENT', 'WORK_TEAM'] } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, townshipId: true },
  })
  const listings = await tx.watchListing.findMany({
    where: { memberId: null, memberName: '' },
    orderBy: { id: 'desc' },
    select: known,
  })
  let proposed = 0
  for (const { id, name, townshipId } of organisations) {
    const who = { id, townshipId, caseIds: caseIdsOf(facts, id, townshipId) }
    const findings = findingsOf({ facts, who, today }, rules)
    const own = listings.filter((row) => row.organisationId === id)
    const open = own.find(({ state }) => state === 'PROPOSED' || state === 'LISTED')
    const told = { organisation: name, member: '' }
    if (open?.state === 'LISTED') continue
    if (open) {
      await refresh(tx, open, { findings, version, today, countyId, told })
      continue
    }
    const resting = own.some(({ decidedOn, clearedOn, state }) => {
      const ended = clearedOn ?? (state === 'DECLINED' ? decidedOn : null)
      return ended !== null && rests(toDay(ended), today, rules.restDays)
    })
    if (findings.length === 0 || resting) continue
    const listingId = newId()
    const on = fromDay(today)
    await tx.watchListing.createMany({
      data: [
        {
          ...{ id: listingId, countyId, organisationId: id, state: 'PROPOSED' as const },
          ...{ evidence: findings, ruleVersion: version, proposedOn: on, checkedOn: on },
        },
      ],
    })
    await record(
      tx,
      machine(today),
      { accountsOf: countyId },
      {
        kind: 'watchProposed',
        details: { listingId, ...told, rules: findings.map(({ rule }) => rule) },
      },
    )
    proposed += 1
  }
  return proposed
}

type Fresh = {
  findings: WatchFinding[]
  version: number
  today: Day
  countyId: string
  told: { organisation: string; member: string }
}

/** An open proposal as the rules see it today. */
async function refresh(
  tx: Tx,
  open: { id: string; evidence: unknown },
  { findings, version, today, countyId, told }: Fresh,
): Promise<void> {
  const gone = findings.length === 0
  const where = { id: open.id, state: 'PROPOSED' as const }
  const { count } = await tx.watchListing.updateMany({
    where,
    data: {
      checkedOn: fromDay(today),
      ...(gone ? { state: 'LAPSED' as const } : { evidence: findings, ruleVersion: version }),
      ...(gone || JSON.stringify(open.evidence) !== JSON.stringify(findings)
        ? { version: { increment: 1 } }
        : {}),
    },
  })
  if (!gone || count === 0) return
  await record(
    tx,
    machine(today),
    { accountsOf: countyId },
    { kind: 'watchLapsed', details: { listingId: open.id, ...told } },
  )
}

/** Cases of the township, or those to which the organisation is assigned today. */
function caseIdsOf(facts: Facts, id: string, townshipId: string | null): Watched['caseIds'] {
  if (townshipId) {
    return new Set(
      facts.cases.filter((kase) => kase.townshipId === townshipId).map((one) => one.id),
    )
  }
  return new Set(
    facts.assignments
      .filter((one) => one.organisationId === id && one.toOn === null)
      .map(({ caseId }) => caseId),
  )
}
