import 'server-only'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { searchKeys } from '@/lib/directory/rules'
import { newId } from '@/lib/ids'
import type { VillageChangeKind } from '@/prisma/generated/enums'

type Named = { name: string; officialName: string; code: string }

/** Keeps what a village was before a change, with the keys by which it is still found. */
export async function keepChange(
  tx: Tx,
  change: {
    kind: VillageChangeKind
    village: Named & { id: string }
    after: Pick<Named, 'name' | 'code'>
    successorId?: string
    effectiveOn: Day
    documentNo: string
    by: string
  },
): Promise<void> {
  const { kind, village, after, successorId = null } = change
  await tx.villageChange.create({
    data: {
      id: newId(),
      villageId: village.id,
      successorId,
      kind,
      effectiveOn: fromDay(change.effectiveOn),
      documentNo: change.documentNo,
      nameBefore: village.name,
      nameAfter: after.name,
      officialNameBefore: village.officialName,
      codeBefore: village.code,
      codeAfter: after.code,
      ...searchKeys(village.name),
      recordedByName: change.by,
    },
    select: { id: true },
  })
}
