import { z } from 'zod'
import type { NoticeKind } from '@/prisma/generated/enums'

/** 发文字号 before 〔year〕 of each kind of notice; a county puts its own short name in place of 县. */
export const usualPrefixes = {
  REMINDER: '县组提函',
  SUPERVISION: '县组督函',
  TALK: '县组约函',
  CIRCULAR: '县组通报',
} as const satisfies Record<NoticeKind, string>

const prefix = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .regex(/^[^〔〕[\]()（）\s]+$/, 'prefixMalformed')

/** Rule sets of before have none written. No two kinds share one: their numbers would meet. */
export const noticePrefixes = z
  .strictObject({
    REMINDER: prefix,
    SUPERVISION: prefix,
    TALK: prefix,
    CIRCULAR: prefix,
  } satisfies Record<NoticeKind, typeof prefix>)
  .refine((prefixes) => new Set(Object.values(prefixes)).size === 4, 'prefixRepeated')
  .readonly()
  .default(usualPrefixes)
