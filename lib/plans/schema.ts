import { z } from 'zod'
import { onCase, reason, text } from '@/lib/cases/schema'
import { moves } from './moves'
import { planSections } from './rules'

const short = z.string().trim().max(100).default('')
const sections = Object.fromEntries(
  planSections.map((section) => [section, text.default('')]),
) as Record<(typeof planSections)[number], z.ZodDefault<typeof text>>

/**
 * One measure of a draft; anything but its move may still be missing. `id` is the line it was
 * before, `measureId` the measure in force it continues (in a revision).
 */
export const planLineInput = z.object({
  id: z.uuid().optional(),
  measureId: z.uuid().optional(),
  move: z.enum(moves),
  title: z.string().trim().max(200).default(''),
  target: z.string().trim().max(2000).default(''),
  problemIds: z.array(z.uuid()).max(50).default([]),
  /** An organisation of the county; its name is taken from the directory. */
  organisationId: z.uuid().optional(),
  organisationName: short,
  personName: short,
  personPost: short,
  /** The account of the responsible person, where there is one. */
  personUserId: z.uuid().optional(),
  startOn: z.iso.date().optional(),
  dueOn: z.iso.date().optional(),
})

export type PlanLineInput = z.infer<typeof planLineInput>

const onCaseOnly = onCase.pick({ caseId: true })

export const draftPlanInput = onCaseOnly

/** The whole draft at once. `planVersion` is the plan's own version; 0 while there is no draft. */
export const savePlanInput = onCaseOnly.extend({
  planVersion: z.coerce.number().int().nonnegative(),
  ...sections,
  measures: z.array(planLineInput).max(100).default([]),
})

export type SavePlanInput = z.infer<typeof savePlanInput>

/** `planVersion`, when given, makes sure that what is submitted is what the person has read. */
const onPlan = onCase.extend({ planVersion: z.coerce.number().int().positive().optional() })
const recordNo = z.string().trim().min(1).max(100)

export const submitPlanInput = onPlan
export const withdrawPlanInput = onCase
export const returnPlanInput = onCase.extend({ reason })
export const approvePlanInput = onPlan.extend({ recordNo })
export const revisePlanInput = onCase.extend({ reason })
export const abandonRevisionInput = onCase.extend({ reason })
