import { z } from 'zod'
import { short } from '@/lib/entries/schema'
import { regulationCodes } from '@/lib/regulations/codes'
import { PostTitle, type RecordKind } from '@/prisma/generated/enums'
import { discussion } from './discussion-schema'
import {
  name,
  optionalCount,
  optionalDay,
  optionalSize,
  optionalTitle,
  optionalYuan,
  presentAmongDue,
  title,
  year,
  yuan,
} from './fields'

export const helpers = ['LEADER', 'DEPARTMENT', 'PAIRED_BRANCH'] as const
export const sizeUnits = ['MU', 'UNITS'] as const
/** 三会一课: 党员大会 · 支部委员会 · 党小组会 · 党课. */
export const meetings = [
  'MEMBERS_MEETING',
  'COMMITTEE_MEETING',
  'GROUP_MEETING',
  'PARTY_LECTURE',
] as const
export const trainings = ['SPECIAL', 'DISTANCE', 'AIR_CLASSROOM'] as const
export const integrityForms = ['ACTIVITY', 'WARNING_BASE'] as const
/** How a post of the village committee changes by law: it is never appointed. */
export const lawfulChanges = ['BY_ELECTION', 'RECALLED', 'RESIGNED'] as const

/** A post of the leading team: one there is, by its id, or a new one, by its title. */
const post = z.union([z.uuid(), z.enum(PostTitle)], { error: 'required' })

/** Posts of which a village has one: no second one is ever added. */
export const isOnly = (title: PostTitle) => title === 'SECRETARY' || title === 'VILLAGE_DIRECTOR'

const plain = z.object({})

/**
 * The typed fields of each kind: only where a rule, a gate or a figure uses them; everything else
 * is told by the one text.
 */
export const details = {
  RESPONSIBILITY_LETTER_SIGNED: plain,
  JOINT_WORKING_GROUP_MEETING: plain,
  DOCUMENTS_ISSUED: z.object({ documentNo: optionalTitle }),
  SECRETARY_ADJUSTED: z.object({
    /** Who follows; blank where the post falls vacant. Who was there before is known. */
    to: short.default(''),
    reason: z.string().trim().min(2).max(2000),
    jointReviewOn: optionalDay,
    filedOn: optionalDay,
    documentNo: optionalTitle,
  }),
  COMMITTEE_POST_CHANGED: z
    .object({ how: z.enum(lawfulChanges), post, name: short.default('') })
    .refine(({ how, name: elected }) => how !== 'BY_ELECTION' || elected !== '', {
      path: ['name'],
      error: 'required',
    }),
  TEAM_MEMBER_ADDED: z.object({ post, name }),
  ELECTION: z.object({
    elected: z.array(z.object({ post, name })).min(1).max(20),
  }),
  RESERVE_ADDED: z.object({ name, note: short.default('') }),
  RESERVE_PROMOTED: z.object({ reserveId: z.uuid(), post }),
  TRAINING_POST: z.object({ people: optionalCount }),
  HELP_GIVEN: z.object({ by: z.enum(helpers), money: optionalYuan }),
  PROJECT: z.object({
    title,
    size: optionalSize,
    unit: z.enum(sizeUnits).default('MU'),
    investment: optionalYuan,
    households: optionalCount,
    effect: z.string().trim().max(1000).default(''),
  }),
  TECHNICAL_TRAINING: z.object({ people: optionalCount }),
  FUNDS: z.object({
    year,
    officeFunds: yuan,
    supplement: yuan.default(0),
    reason: z.string().trim().max(1000).default(''),
  }),
  DISPUTE_MEDIATED: plain,
  PEOPLES_MATTER_SETTLED: plain,
  THREE_MEETINGS: z
    .object({ meeting: z.enum(meetings), due: optionalCount, present: optionalCount })
    .superRefine(presentAmongDue),
  TRAINING: z.object({ form: z.enum(trainings), people: optionalCount }),
  INTEGRITY_EDUCATION: z.object({ form: z.enum(integrityForms), people: optionalCount }),
  MEMBER_APPRAISAL: z
    .object({ due: optionalCount, present: optionalCount })
    .superRefine(presentAmongDue),
  REGULATION_ADOPTED: z.object({
    code: z.enum(regulationCodes),
    title: optionalTitle,
    document: optionalTitle,
  }),
  FOUR_DISCUSSIONS: discussion,
} satisfies Record<RecordKind, z.ZodType>

export type Details = { [K in RecordKind]: z.output<(typeof details)[K]> }

/** What the server adds to a record that changes the leading team, so that it stays readable. */
export type Applied = {
  /** The posts concerned: their titles, who held them before and who after. */
  posts?: { title: PostTitle; before: string | null; after: string | null }[]
  /** The reserve concerned. */
  reserve?: string
}

/** A yearly result of a project. */
export const projectResult = z.object({
  year,
  income: optionalYuan,
  households: optionalCount,
  text: z.string().trim().min(1).max(10_000),
})

export type ProjectResult = z.output<typeof projectResult> & { addedOn: string; byName: string }
