import 'server-only'
import type { Tx } from '@/lib/db'
import type { EntryIssue } from '@/lib/entries/check-entry'
import type { EnteredCase } from '@/lib/entries/select'
import type { Details } from './details'

type Given = { kase: Pick<EnteredCase, 'villageId' | 'countyId'>; recordId: string }

/** What stands against a year's funds: told twice for a village. */
export async function fundsIssues(
  tx: Tx,
  { kase, recordId }: Given,
  { year }: Details['FUNDS'],
): Promise<EntryIssue[]> {
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
  return before
    ? [{ field: 'detail.year', code: 'fundsRepeated', params: { year: `${year}` } }]
    : []
}
