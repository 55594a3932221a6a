import { z } from 'zod'
import { question } from '@/lib/spot-checks/sheet'
import { InspectionMethod } from '@/prisma/generated/enums'

const day = z.iso.date()

const numbered = { id: z.uuid(), number: z.number().int(), title: z.string() }

/** A spot check to make: its sheet, and what the system knows of the village already. */
const check = z.object({
  id: z.uuid(),
  caseId: z.uuid().nullable(),
  village: z.string(),
  township: z.string(),
  method: z.enum(InspectionMethod),
  assignedOn: day,
  dueOn: day,
  sheet: z.array(question),
  problems: z.array(z.object({ ...numbered, solved: z.boolean() })),
  measures: z.array(z.object({ ...numbered, done: z.boolean(), percent: z.number().int() })),
  visits: z.array(z.object({ day, organisation: z.string(), found: z.string() })),
})

/** Everything of the person's scope that the phone needs without a network. */
export const bundle = z.object({
  /** Changes when the shape does: an app of another version fetches it anew. */
  schema: z.literal(1),
  person: z.object({ id: z.uuid(), name: z.string(), organisation: z.string() }),
  openUntil: z.iso.datetime().meta({
    description: 'Until when the phone may open its data without a new online sign-in.',
  }),
  more: z.number().int().optional().meta({
    description: 'Cases of the person that are not among these, because a phone keeps no more.',
  }),
  checks: z.array(check).optional(),
  cases: z.array(
    z.object({
      id: z.uuid(),
      village: z.object({ code: z.string(), name: z.string() }),
      township: z.string(),
      mayVisit: z.boolean(),
      mayRecord: z.boolean().optional(),
      people: z.array(z.object({ id: z.uuid().nullable(), name: z.string(), post: z.string() })),
      problems: z.array(z.object({ id: z.uuid(), number: z.number().int(), title: z.string() })),
      measures: z.array(
        z.object({
          id: z.uuid(),
          number: z.number().int(),
          title: z.string(),
          dueOn: day,
          yellowOn: day,
          percent: z.number().int(),
          version: z.number().int(),
          mayReport: z.boolean(),
        }),
      ),
    }),
  ),
})

export type Bundle = z.infer<typeof bundle>
