import { literal, storable } from '@/lib/storable'
import type { Prisma } from '@/prisma/generated/client'

/** Letters of a text as search keys hold them; undefined when it is not of letters and digits only. */
export function keysOf(text: string): string | undefined {
  const keys = text
    .toLowerCase()
    .replace(/[\s'’]/g, '')
    .replaceAll('ü', 'v')
  return /^[a-z0-9]+$/.test(keys) ? keys : undefined
}

/**
 * Villages by part of their name or official name, pinyin or initials in any case, or the beginning
 * of the code. Asked of one county at a time, whose villages an index holds together.
 */
export function villageNamed(given: string): Prisma.VillageWhereInput {
  const text = storable(given)
  const part = literal(text)
  const keys = keysOf(text)
  return {
    OR: [
      { name: { contains: part } },
      { officialName: { contains: part } },
      ...(keys ? [{ pinyin: { contains: keys } }, { initials: { contains: keys } }] : []),
      ...(/^\d+$/.test(text) ? [{ code: { startsWith: text } }] : []),
    ],
  }
}
