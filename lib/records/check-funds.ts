import 'server-only'
import type { Tx } from '@/lib/db'
import type { EntryIssue } from '@/lib/entries/check-entry'
import type { EnteredCase } from '@/lib/entries/select'
import { fundsDue } from '@/lib/funds/rules'
import type { Details } from './details'
import { ruleSetOfCase } from './open-record'

type Place = Pick<EnteredCase, 'id' | 'villageId' | 'countyId'>

/** What stands against a year's funds: told twice for a village, or unlike the rule without a reason. */
export async function fundsIssues(
  tx: Tx,
  { kase, recordId }: { kase: Place; recordId: string },
  { year, officeFunds, supplement, reason }: Details['FUNDS'],
): Promise<EntryIssue[]> {
  await lockFunds(tx, kase.villageId)
  const before = await tx.workRecord.findFirst({
    where: {
      countyId: kase.countyId,
      villageId: kase.villageId,
      kind: 'FUNDS',
      withdrawnOn: null,
      id: { not: recordId },
      detail: { path: ['year'], equals: year },
    },
    select: { id: true },
  })
  const due = await fundsDueOf(tx, kase)
  const deviates = due && (officeFunds !== due.officeFunds || supplement !== due.supplement)
  return [
    ...(before
      ? [{ field: 'detail.year', code: 'fundsRepeated', params: { year: `${year}` } }]
      : []),
    ...(deviates && reason === ''
      ? [
          {
            field: 'detail.reason',
            code: 'fundsDeviate',
            params: { office: due.officeFunds, supplement: due.supplement },
          },
        ]
      : []),
  ]
}

/** What is told of a village's money queues, of whichever of its cases, also when it is corrected. */
export const lockFunds = (tx: Tx, villageId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`funds:${villageId}`}))`

/** What the village of a case is due in a year by its rule set; undefined without a population. */
export async function fundsDueOf(tx: Tx, kase: Pick<Place, 'id' | 'villageId'>) {
  const village = await tx.village.findUniqueOrThrow({
    where: { id: kase.villageId },
    select: { population: true, withoutIncome: true },
  })
  return fundsDue(village, (await ruleSetOfCase(tx, kase.id)).funds)
}
