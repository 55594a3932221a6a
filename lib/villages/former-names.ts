import { literal } from '@/lib/storable'
import type { Prisma } from '@/prisma/generated/client'

/**
 * Villages that once had a name or code like this: `text` as typed, `keys` the same as letters and
 * digits. What was split off had no other name before.
 */
export function hadName(text: string, keys: string): Prisma.VillageWhereInput {
  const some = (is: Prisma.VillageChangeWhereInput): Prisma.VillageWhereInput => ({
    OR: [
      { changes: { some: { kind: { not: 'SPLIT' }, ...is } } },
      { arrivals: { some: { kind: 'MERGED', ...is } } },
    ],
  })
  if (/^\d+$/.test(text)) return some({ codeBefore: { startsWith: text } })
  if (/^[a-z0-9]+$/.test(keys)) {
    return some({ OR: [{ pinyin: { contains: keys } }, { initials: { contains: keys } }] })
  }
  return some({
    OR: [
      { nameBefore: { contains: literal(text) } },
      { officialNameBefore: { contains: literal(text) } },
    ],
  })
}
