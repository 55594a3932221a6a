import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleFunds, visibleRecords } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { read, type Tx } from '@/lib/db'
import { newestRuleSet } from '@/lib/rule-sets/queries'
import type { FundsFilter } from './filter'
import { fundsDue } from './rules'
import { sumOf } from './sums'

/**
 * The money of a year, village by village: what is due by the newest rules and today's population,
 * what the records say was allotted. All villages in scope alike; nothing tells a listing apart.
 */
export const readMoney = (viewer: Viewer, filter: FundsFilter) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'funds.read')
    const year = filter.year ?? Number(viewer.today.slice(0, 4))
    const { funds } = await newestRuleSet(tx, viewer.countyId)
    const villages = await tx.village.findMany({
      where: { AND: [visibleFunds(viewer), { endedOn: null }] },
      orderBy: { code: 'asc' },
      select: {
        ...{ id: true, name: true, demo: true, population: true, withoutIncome: true },
        township: { select: { id: true, name: true } },
      },
    })
    const allotted = await allottedIn(tx, viewer, year)
    const townships = [...new Map(villages.map(({ township }) => [township.id, township])).values()]
    const lines = villages
      .filter(({ township }) => !filter.township || township.id === filter.township)
      .map((village) => {
        const due = fundsDue(village, funds) ?? null
        const given = allotted.get(village.id) ?? null
        const total = due && due.officeFunds + due.supplement
        return {
          ...village,
          due,
          total,
          given,
          difference: total && given !== null ? given - total : null,
        }
      })
    const sums = townships
      .map((township) => ({
        ...township,
        ...sumOf(lines.filter((line) => line.township.id === township.id)),
      }))
      .filter(({ villages: count }) => count > 0)
    return { year, rules: funds, lines, townships, sums, sum: sumOf(lines) }
  })

/** Sums of the records in scope by village; a village without any is not in it. */
async function allottedIn(tx: Tx, viewer: Viewer, year: number): Promise<Map<string, number>> {
  const rows = await tx.workRecord.findMany({
    where: {
      AND: [
        visibleRecords(viewer),
        {
          ...{ countyId: viewer.countyId, kind: 'FUNDS', withdrawnOn: null },
          detail: { path: ['year'], equals: year },
        },
      ],
    },
    select: { villageId: true, detail: true },
  })
  const sums = new Map<string, number>()
  for (const { villageId, detail } of rows) {
    if (!villageId) continue
    const { officeFunds, supplement } = detail as { officeFunds: number; supplement: number }
    sums.set(villageId, (sums.get(villageId) ?? 0) + officeFunds + supplement)
  }
  return sums
}
