import 'server-only'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { openCaseOf } from './open-village'

type Place = { id: string; countyId: string; townshipId: string }

/** On the village's own chain, and on the timeline of its open case. */
export async function tellVillage(tx: Tx, actor: Actor, village: Place, event: NewEvent) {
  const { id: villageId, countyId, townshipId } = village
  await record(tx, actor, { villageId, countyId, townshipId }, event)
  const kase = await openCaseOf(tx, villageId)
  if (kase) await record(tx, actor, caseChain(kase), event)
}

/** The chain of a case. */
export const caseChain = (kase: Place) => ({
  caseId: kase.id,
  countyId: kase.countyId,
  townshipId: kase.townshipId,
})
