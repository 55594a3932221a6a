import { z } from 'zod'
import { VillageKind } from '@/prisma/generated/enums'

const change = {
  villageId: z.uuid(),
  version: z.coerce.number().int().positive(),
  effectiveOn: z.iso.date(),
  documentNo: z.string().trim().min(1).max(100),
}
const officialName = z.string().trim().min(2).max(60)
const code = z
  .string()
  .trim()
  .regex(/^\d{12}$/)

/** 更名: the official name says the rest (城北村民委员会 → 城北社区居民委员会). */
export const renameInput = z.object({ ...change, officialName, kind: z.enum(VillageKind) })

export const changeCodeInput = z.object({ ...change, code })

/** 撤并: the village ends and belongs to another one from that day. */
export const mergeInput = z.object({
  ...change,
  successorId: z.uuid(),
  /** An open case goes on under the successor; without this it stands against the merger. */
  carryCase: z.stringbool({ truthy: ['on', 'true'] }).default(false),
})

/** 分设: a new village is split off; this one stays. */
export const splitInput = z.object({ ...change, officialName, kind: z.enum(VillageKind), code })
