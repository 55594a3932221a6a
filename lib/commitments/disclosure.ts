import type { CommitmentLevel } from '@/prisma/generated/enums'

/** The least number of villages without a case behind anything the public page shows. */
export const leastCover = 3

type Published = { townshipId: string; villageId: string; level: CommitmentLevel }

/** The commitments of one level in one township, and how many villages without a case stand behind. */
export type DisclosureGroup = {
  townshipId: string
  level: CommitmentLevel
  commitments: number
  /** Villages without any case that published a commitment of this level. */
  cover: number
  needed: number
  shown: boolean
}

/**
 * Which groups the public page of a county may show (decision 0014): those of one township and one
 * level in which at least as many villages without any case, ever, published something as the
 * township has villages with one, and at least three. What a listed village does changes neither
 * number, so that neither its presence nor a group coming and going tells of it.
 */
export function disclosureGroups(
  published: readonly Published[],
  listed: readonly { townshipId: string; villageId: string }[],
): DisclosureGroup[] {
  const listedVillages = new Set(listed.map(({ villageId }) => villageId))
  const groups = Map.groupBy(published, ({ townshipId, level }) => `${townshipId} ${level}`)
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const { townshipId, level } = first
    const villages = new Set(rows.map(({ villageId }) => villageId))
    const cover = [...villages].filter((id) => !listedVillages.has(id)).length
    const here = listed.filter((one) => one.townshipId === townshipId)
    const needed = Math.max(leastCover, new Set(here.map(({ villageId }) => villageId)).size)
    return [{ townshipId, level, commitments: rows.length, cover, needed, shown: cover >= needed }]
  })
}
