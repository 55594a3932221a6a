import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Changes } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { moveVillage, openCaseOf, openVillage } from './open-village'
import type { changeFactsInput } from './schema'
import type { WholeVillage } from './select'

/** Changes the basic facts of a village. */
export function changeFacts(viewer: Viewer, input: z.infer<typeof changeFactsInput>) {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await openVillage(tx, viewer, { ...input, may: 'village.edit' })
    if (input.factsOn > viewer.today) {
      throw new InvalidInput([{ field: 'factsOn', code: 'dateInFuture' }])
    }
    const after = {
      organisationType: input.organisationType,
      households: input.households ?? null,
      population: input.population ?? null,
      partyMembers: input.partyMembers ?? null,
      partyGroups: input.partyGroups ?? null,
      collectiveIncome: input.collectiveIncome ?? null,
      withoutIncome: input.withoutIncome,
    }
    const before = { ...village, factsOn: village.factsOn ? toDay(village.factsOn) : null }
    const changes = differences(before, { ...after, factsOn: input.factsOn })
    await moveVillage(tx, village, { ...after, factsOn: fromDay(input.factsOn) })
    await tellOf(tx, actor, village, changes)
  })
}

/** On the village's own chain, and on its open case: its gate looks at these facts. */
export async function tellOf(tx: Tx, actor: Actor, village: WholeVillage, changes: Changes) {
  const { id: villageId, countyId, townshipId } = village
  await record(
    tx,
    actor,
    { villageId, countyId, townshipId },
    { kind: 'villageChanged', details: { village: village.name, code: village.code }, changes },
  )
  const open = await openCaseOf(tx, villageId)
  if (!open) return
  await record(
    tx,
    actor,
    { caseId: open.id, countyId: open.countyId, townshipId: open.townshipId },
    { kind: 'villageFactsChanged', details: { village: village.name }, changes },
  )
}

/** The fields of `after` that say something else than `before`. */
export function differences(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Changes {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value))
      .map(([name, value]) => [name, [before[name] ?? null, value] as const]),
  )
}
