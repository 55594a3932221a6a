import { z } from 'zod'
import { isDay } from '@/lib/dates'

/**
 * The four problem categories of the article: 班子瘫 `PARALYSED` · 工作落实难 `STALLED` ·
 * 作用发挥软 `SOFT` · 战斗能力弱 `WEAK`.
 */
export const problemCategories = ['PARALYSED', 'STALLED', 'SOFT', 'WEAK'] as const

const day = z.string().refine(isDay, 'dayInvalid')
const text = (max: number) =>
  z.strictObject({ zh: z.string().min(1).max(max), en: z.string().min(1).max(max) })

/**
 * One entry of the problem-kind dictionary (表现类型). `document` names the kind of document the
 * wording comes from and `region` where it holds (a division code, or `CN` for the whole
 * country); `validTo` is the last day an entry may be chosen, null while it is in use. Entries
 * are never edited: a new wording is a new code.
 */
const problemKindSchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z]+(_[A-Z]+)*$/),
    category: z.enum(problemCategories),
    title: text(100),
    explanation: text(500),
    document: text(200),
    region: z.string().regex(/^(CN|\d{2}|\d{4}|\d{6})$/),
    validFrom: day,
    validTo: day.nullable(),
    /** About organisation life (三会一课): only there its meetings are counted by quarter. */
    organisationLife: z.boolean().default(false),
  })
  .refine((kind) => kind.validTo === null || kind.validFrom <= kind.validTo, {
    path: ['validTo'],
    message: 'endsBeforeStart',
  })

/** The whole dictionary, as shipped in `prisma/data/problem-kinds.json`: each code once. */
export const problemKindsSchema = z
  .array(problemKindSchema)
  .refine((kinds) => new Set(kinds.map((kind) => kind.code)).size === kinds.length, 'codeRepeated')
