import { searchKeys, shortName } from '@/lib/directory/rules'
import type { VillageKind } from '@/prisma/generated/enums'

/** Everything of a village that follows from its official name. */
export function namesOf(officialName: string, kind: VillageKind) {
  const name = shortName(officialName, kind === 'VILLAGE' ? 'village' : 'community')
  return { kind, name, officialName, ...searchKeys(name) }
}
